import Testing
import Vocabulary

@testable import PairLogic

/// Each trouble, brought about the way it comes about in a hotel.
struct PeerDiagnosisTests {
    private func wellScene() -> PeerScene {
        var scene = PeerScene()
        scene.pass(.seconds(20))
        scene.log = []
        return scene
    }

    @Test func `a database that the peer itself reports down`() {
        var scene = wellScene()
        scene.facts.health.databaseUp = false
        scene.pass(.seconds(1))
        #expect(scene.states == [.degraded(.databaseDown)])
    }

    @Test func `a peer that was just started is called starting until it reached its database`() {
        var scene = PeerScene()
        scene.facts.health.databaseUp = false
        scene.facts.health.starting = true
        scene.script.database = .refused
        scene.pass(.milliseconds(4_200))
        #expect(scene.machine.state == .starting && scene.states == [])
        scene.facts.health = HeartbeatFacts.sample.health
        scene.pass(.milliseconds(700))
        scene.script.database = .well
        scene.pass(.seconds(10))
        #expect(scene.states == [.online], "what was tried before is not held against it")
    }

    @Test func `a peer that comes back is starting first, and online when it reached its database`() {
        var scene = wellScene()
        scene.script = .daemonKilled
        scene.pass(.seconds(5))
        scene.script = .well
        scene.script.database = .failure(.databaseAccessDenied, words: "no such account yet")
        scene.facts.boot = BootID(rawValue: 0xC)
        scene.facts.health.databaseUp = false
        scene.facts.health.starting = true
        scene.pass(.seconds(5))
        scene.script = .well
        scene.facts.health = HeartbeatFacts.sample.health
        scene.pass(.seconds(5))
        #expect(scene.states == [.offline(.daemonDown), .starting, .online])
    }

    @Test func `a peer that gave up waiting for its database is degraded`() {
        var scene = PeerScene()
        scene.facts.health.databaseUp = false
        scene.facts.health.starting = true
        scene.script.database = .refused
        scene.pass(.seconds(30))
        scene.facts.health.starting = false
        scene.pass(.seconds(2))
        #expect(scene.states == [.degraded(.databaseDown)])
    }

    @Test func `a closed 3306 whose peer says nothing good of its database`() {
        var scene = wellScene()
        scene.script.database = .refused
        scene.pass(.milliseconds(2_500))
        scene.facts.health.databaseUp = false
        scene.pass(.seconds(10))
        #expect(scene.states == [.degraded(.databaseDown)])
    }

    @Test func `a closed 3306 whose peer insists that its database is up is a matter of the port`() {
        var scene = wellScene()
        scene.script.database = .refused
        scene.pass(.seconds(8))
        #expect(scene.states == [.degraded(.databaseDown), .degraded(.portClosed(.database))])
    }

    @Test(arguments: [
        (PathFailure.databaseAccessDenied, Diagnosis.databaseAccessDenied),
        (.databaseGrantMissing, .databaseGrantMissing),
        (.encryption, .databaseEncryption),
    ])
    func `a database that refuses us is named by how it does`(failure: PathFailure, diagnosis: Diagnosis) {
        var scene = wellScene()
        scene.script.database = .failure(failure, words: "MariaDB's own words")
        scene.pass(.seconds(1))
        #expect(scene.states == [.degraded(diagnosis)])
        #expect(scene.machine.evidence == ["MariaDB's own words"])
        #expect(scene.machine.status(of: .database).lastErrorWords == "MariaDB's own words")
    }

    @Test(arguments: [
        (PeerScene.Script.hostGone, Diagnosis.hostOrPathGone), (.daemonKilled, .daemonDown),
    ])
    func `no port is blamed on the way to silence, although echoes are always a little old`(
        script: PeerScene.Script, diagnosis: Diagnosis
    ) {
        var scene = PeerScene()
        scene.script.echoLag = 2
        scene.pass(.seconds(20))
        scene.log = []
        scene.script = script
        scene.pass(.seconds(10))
        #expect(scene.states == [.offline(diagnosis)])
    }

    @Test func `a closed control port of a peer that lives`() {
        var scene = wellScene()
        scene.script.control = .refused
        scene.pass(.seconds(3))
        #expect(scene.states == [.degraded(.portClosed(.control))])
    }

    @Test func `a trunk that does not answer is a matter of the port only while Asterisk runs`() {
        var scene = wellScene()
        scene.script.trunk = .timeout
        scene.pass(.seconds(4))
        #expect(scene.states == [.degraded(.portClosed(.trunk))])
        scene.facts.health.asteriskUp = false
        scene.pass(.seconds(1))
        #expect(scene.states.last == .degraded(.asteriskDown))
    }

    @Test func `a trunk that is still believed to answer keeps no host alive`() {
        var scene = wellScene()
        scene.script = .hostGone
        scene.script.trunk = .success(roundTrip: .milliseconds(4))
        scene.pass(.seconds(6))
        #expect(scene.states == [.offline(.hostOrPathGone)])
    }

    @Test func `a peer without an Asterisk to look after is not blamed for it`() {
        var scene = wellScene()
        scene.facts.health = .init(databaseUp: true, asteriskConfigured: false, asteriskUp: false)
        scene.pass(.seconds(5))
        #expect(scene.states == [])
    }

    @Test(arguments: [RejectionReason.forged, .foreignPair, .proofRefused])
    func `a peer with another secret is named as soon as a few messages came`(reason: RejectionReason) {
        var scene = PeerScene()
        scene.script = PeerScene.Script(heartbeatsArrive: false, control: nil, database: nil, rejection: reason)
        scene.pass(.seconds(1))
        #expect(scene.states == [.offline(.secretsDiffer)])
        #expect(scene.machine.isUnheard)
    }

    @Test func `a control link that ends at the proof of the secret`() {
        var scene = PeerScene()
        scene.script = PeerScene.Script(
            heartbeatsArrive: false, control: .failure(.secretMismatch, words: "unknown certificate"), database: nil)
        scene.pass(.seconds(2))
        #expect(scene.states == [.offline(.secretsDiffer)])
    }

    @Test func `forgers cannot talk down a peer that is heard`() {
        var scene = wellScene()
        scene.script.rejection = .forged
        scene.pass(.seconds(10))
        #expect(scene.states == [])
        #expect(scene.machine.droppedDatagrams == [.forged: 40])
    }

    @Test func `a peer in the same mode`() {
        var scene = PeerScene()
        scene.facts.sender = .primary
        scene.pass(.seconds(2))
        #expect(scene.states == [.degraded(.sameMode)])
        #expect(scene.log.filter { $0 == .sameMode(.primary) }.count == 1)
    }

    @Test(arguments: [Duration.seconds(600), .seconds(-600)])
    func `a clock ten minutes off, either way`(offset: Duration) {
        var scene = wellScene()
        scene.clockOffset = offset
        scene.pass(.seconds(2))
        #expect(scene.states == [.degraded(.clocksApart(seconds: 600))])
        scene.clockOffset = .seconds(2)
        scene.pass(.seconds(5))
        #expect(scene.states.last == .online)
    }

    @Test func `a clock that creeps does not change the state at every second`() {
        var scene = wellScene()
        scene.clockOffset = .seconds(100)
        for _ in 0..<30 {
            scene.clockOffset += .seconds(1)
            scene.pass(.seconds(1))
        }
        #expect(scene.states.count <= 4)
    }

    @Test func `two runs that answer in turn are a clone, and it is forgotten after a minute`() {
        var scene = wellScene()
        for _ in 0..<20 {
            scene.facts.boot = BootID(rawValue: 0xC)
            scene.pass(.milliseconds(250))
            scene.facts.boot = PeerScene.peerBoot
            scene.pass(.milliseconds(250))
        }
        #expect(scene.states == [.degraded(.clonedNode)])
        #expect(scene.log.filter { $0 == .cloneSeen(PeerScene.peerBoot, BootID(rawValue: 0xC)) }.count == 1)
        #expect(scene.machine.seesClone)
        scene.pass(.seconds(70))
        #expect(scene.states == [.degraded(.clonedNode), .online])
        #expect(scene.log.contains(.cloneGone))
        #expect(!scene.machine.seesClone)
    }

    @Test func `a last datagram of the old run after a restart is no clone`() {
        var scene = wellScene()
        let old = scene.facts
        scene.facts.boot = BootID(rawValue: 0xC)
        scene.pass(.seconds(1))
        scene.log += scene.machine.heard(old, at: scene.now, wall: scene.wall)
        scene.pass(.seconds(5))
        #expect(scene.states == [])
        #expect(scene.machine.droppedDatagrams == [.late: 1])
    }

    @Test func `a peer whose feed is behind what was read of it was restored`() {
        var scene = wellScene()
        let mark = FeedMark(incarnation: scene.facts.incarnation, head: FeedPosition(rawValue: 500))
        scene.log += scene.machine.remembers(mark, at: scene.now, wall: scene.wall)
        scene.pass(.seconds(2))
        #expect(scene.states == [], "heartbeats and reads may overtake each other for a moment")
        scene.pass(.seconds(2))
        #expect(scene.states == [.degraded(.restoredNode)])
        scene.facts.feedHead = FeedPosition(rawValue: 501)
        scene.pass(.seconds(3))
        #expect(scene.states == [.degraded(.restoredNode), .online])
    }

    @Test func `a peer that cannot read its feed, its database being down, was not restored`() {
        var scene = wellScene()
        let mark = FeedMark(incarnation: scene.facts.incarnation, head: scene.facts.feedHead)
        scene.log += scene.machine.remembers(mark, at: scene.now, wall: scene.wall)
        scene.facts.feedHead = .start
        scene.facts.health.databaseUp = false
        scene.pass(.seconds(10))
        #expect(scene.states == [.degraded(.databaseDown)])
    }

    @Test func `a peer that says it was restored`() {
        var scene = wellScene()
        scene.facts.health.restored = true
        scene.pass(.seconds(1))
        #expect(scene.states == [.degraded(.restoredNode)])
    }

    @Test func `this node behind what the peer remembers of it is told once`() {
        var scene = wellScene()
        let own = FeedMark(incarnation: Incarnation(rawValue: 9), head: FeedPosition(rawValue: 10))
        let known = FeedMark(incarnation: Incarnation(rawValue: 9), head: FeedPosition(rawValue: 11))
        scene.facts.remembered = known
        scene.log += scene.machine.ownFeedStands(at: own, at: scene.now, wall: scene.wall)
        scene.pass(.seconds(10))
        #expect(scene.log == [.rememberedMismatch(remembered: known, own: own)])
        #expect(scene.machine.isRestored)
    }

    @Test func `a newer protocol is alive and not understood`() {
        var scene = PeerScene()
        scene.script = PeerScene.Script(
            heartbeatsArrive: false, control: nil, database: nil, rejection: .protocolUnknown(theirs: 7))
        scene.pass(.seconds(5))
        #expect(scene.states == [.degraded(.versionsTooFarApart(theirs: 7))])
        #expect(!scene.machine.isUnheard)
    }

    @Test func `a peer that hears two of us is told once and again when it no longer does`() {
        var scene = wellScene()
        scene.facts.health.cloneSeen = true
        scene.pass(.seconds(1))
        #expect(scene.machine.isSeenTwice)
        scene.facts.health.cloneSeen = false
        scene.pass(.seconds(1))
        #expect(scene.log == [.seenTwice(true), .seenTwice(false)])
    }

    @Test func `our own datagram come back is counted and nothing more`() {
        var scene = wellScene()
        var mirrored = scene.facts
        mirrored.boot = PeerScene.ownBoot
        mirrored.sender = .primary
        #expect(scene.machine.heard(mirrored, at: scene.now, wall: scene.wall) == [])
        #expect(scene.machine.droppedDatagrams == [.ownReflection: 1])
    }

    @Test func `the round trip is measured by the echo and smoothed`() {
        var scene = wellScene()
        #expect(scene.machine.status(of: .heartbeat).roundTrip == .zero)
        scene.machine.sent(90_000, at: scene.now, wall: scene.wall)
        scene.move(.milliseconds(50))
        var facts = scene.facts
        facts.echo = .init(boot: PeerScene.ownBoot, sequence: 90_000, held: .milliseconds(10))
        _ = scene.machine.heard(facts, at: scene.now, wall: scene.wall)
        #expect(scene.machine.status(of: .heartbeat).roundTrip == .milliseconds(5))
    }
}
