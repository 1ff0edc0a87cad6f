import Testing
import Vocabulary

@testable import PairLogic

/// What duties and ownership take from the machine that watches the peer.
struct PeerPresenceTests {
    @Test func `a starting node does not know until it heard the peer`() {
        var scene = PeerScene()
        scene.script = .hostGone
        scene.pass(.milliseconds(14_900))
        #expect(scene.machine.presence == .unknown)
        scene.script = .well
        scene.pass(.milliseconds(500))
        #expect(scene.machine.presence == .heard(NodeAbility()))
    }

    @Test func `after the boot wait a peer that was never heard is unheard`() {
        var scene = PeerScene()
        scene.script = .hostGone
        scene.pass(.milliseconds(15_100))
        #expect(scene.machine.presence == .unheard(asteriskAnswers: false))
    }

    @Test func `a peer that answers but tells nothing of its reigns leaves the truth unknown`() {
        var scene = PeerScene()
        scene.script.heartbeatsArrive = false
        scene.pass(.seconds(30))
        #expect(scene.machine.presence == .unknown)
    }

    @Test func `a dead daemon is unheard at once, and the trunk tells that its Asterisk lives`() {
        var scene = PeerScene()
        scene.script.trunk = .success(roundTrip: .milliseconds(2))
        scene.pass(.seconds(10))
        scene.script = .daemonKilled
        scene.script.trunk = .success(roundTrip: .milliseconds(2))
        scene.pass(.milliseconds(3_500))
        #expect(scene.machine.presence == .unheard(asteriskAnswers: true))
    }

    @Test func `what a heartbeat tells of its sender is what the sender is able to do`() {
        var scene = PeerScene()
        scene.facts.health = .init(databaseUp: false, asteriskConfigured: true, asteriskUp: false, restored: true)
        scene.pass(.seconds(1))
        let ability = NodeAbility(isDatabaseUp: false, asterisk: .down, isRestored: true)
        #expect(scene.machine.presence == .heard(ability))
        scene.facts.health = .init(databaseUp: true, asteriskConfigured: false, asteriskUp: false)
        scene.pass(.seconds(1))
        #expect(scene.machine.presence == .heard(NodeAbility(asterisk: .none)))
    }

    @Test func `a node without a peer has none`() {
        #expect(PeerScene(standing: .unconfigured).machine.presence == .unconfigured)
    }
}
