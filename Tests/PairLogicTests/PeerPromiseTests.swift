import Testing
import Vocabulary

@testable import PairLogic

/// What the machine promises, tried by moving time.
struct PeerPromiseTests {
    /// A pair that has been well for a while, with an empty log.
    private func wellScene() -> PeerScene {
        var scene = PeerScene()
        scene.pass(.seconds(20))
        scene.log = []
        return scene
    }

    @Test func `two well nodes become online at the first echo and stay so`() {
        var scene = PeerScene()
        scene.pass(.seconds(60))
        #expect(scene.states == [.online])
        #expect(scene.log.filter { $0 == .sightChanged(true) }.count == 1)
        #expect(scene.machine.seesEachOther)
        #expect(!scene.machine.isUnheard)
    }

    @Test func `a killed daemon is named within 3_5 s of its last heartbeat, and nothing else is named`() {
        var scene = wellScene()
        scene.script = .daemonKilled
        scene.pass(.milliseconds(3_500))
        #expect(scene.states == [.offline(.daemonDown)])
        #expect(scene.machine.isUnheard)
    }

    @Test(arguments: Array(stride(from: 0, to: 1_000, by: 50)))
    func `whenever in a second it is killed, the promise holds`(milliseconds: Int) {
        var scene = wellScene()
        scene.pass(.milliseconds(milliseconds))
        scene.script = .daemonKilled
        scene.pass(.milliseconds(3_500))
        #expect(scene.states == [.offline(.daemonDown)])
    }

    @Test(arguments: Array(stride(from: 0, to: 1_000, by: 50)))
    func `a host that is taken away is named as host or path within 3_5 s`(milliseconds: Int) {
        var scene = wellScene()
        scene.pass(.milliseconds(milliseconds))
        scene.script = .hostGone
        scene.pass(.milliseconds(3_500))
        #expect(scene.states == [.offline(.hostOrPathGone)])
    }

    @Test func `a witness that answers tells the host from the path`() {
        var scene = wellScene()
        scene.script = .hostGone
        scene.script.witness = .well
        scene.pass(.milliseconds(3_500))
        #expect(scene.states == [.offline(.hostGone)])
    }

    @Test func `a witness that is silent too means that this node is cut off`() {
        var scene = wellScene()
        scene.script = .hostGone
        scene.script.witness = .timeout
        scene.pass(.seconds(6))
        #expect(scene.machine.state == .offline(.thisNodeCutOff))
    }

    @Test func `a peer that comes back is online again after a steady second`() {
        var scene = wellScene()
        scene.script = .daemonKilled
        scene.pass(.seconds(10))
        scene.script = .well
        scene.pass(.seconds(2))
        #expect(scene.states == [.offline(.daemonDown), .online])
    }

    @Test func `a restarted daemon is noticed without being called away`() {
        var scene = wellScene()
        scene.facts.boot = BootID(rawValue: 0xC)
        scene.pass(.seconds(2))
        #expect(scene.log.first == .peerRestarted(from: PeerScene.peerBoot, to: BootID(rawValue: 0xC)))
        #expect(scene.states == [])
    }

    @Test func `this node frozen for ten seconds distrusts itself and blames nobody`() {
        var scene = wellScene()
        scene.move(.seconds(10))
        scene.log += scene.machine.probed(.database, .timeout, at: scene.now, wall: scene.wall)
        scene.log += scene.machine.probed(.control, .timeout, at: scene.now, wall: scene.wall)
        scene.log += scene.machine.tick(at: scene.now, wall: scene.wall)
        #expect(scene.machine.isSlow)
        scene.pass(.seconds(30))
        #expect(scene.log == [.pausedLocally(.seconds(10))])
        #expect(!scene.machine.isSlow)
    }

    @Test func `a peer that died while this node was frozen is named after the grace`() {
        var scene = wellScene()
        scene.script = .daemonKilled
        scene.move(.seconds(10))
        scene.pass(.milliseconds(2_900))
        #expect(scene.states == [])
        scene.pass(.milliseconds(500))
        #expect(scene.states == [.offline(.daemonDown)])
    }

    @Test func `a node that is always starved sees a dead peer in the end`() {
        var scene = wellScene()
        for _ in 0..<6 {
            scene.move(.milliseconds(1_500))
            scene.log += scene.machine.tick(at: scene.now, wall: scene.wall)
        }
        #expect(scene.states == [.offline(.hostOrPathGone)])
    }

    @Test func `a pause while the peer was gone already gives no grace`() {
        var scene = wellScene()
        scene.script = .daemonKilled
        scene.pass(.seconds(5))
        scene.move(.seconds(5))
        scene.pass(.seconds(1))
        #expect(scene.machine.isUnheard)
        #expect(scene.states == [.offline(.daemonDown)])
    }

    @Test func `heartbeats that arrive only here leave the peer heard and the way out blamed`() {
        var scene = wellScene()
        scene.script.echoes = false
        scene.facts.echo = nil
        scene.pass(.seconds(5))
        #expect(scene.states == [.degraded(.portClosed(.heartbeat))])
        #expect(scene.log.contains(.sightChanged(false)))
        #expect(!scene.machine.seesEachOther)
        #expect(!scene.machine.isUnheard)
    }

    @Test func `heartbeats that arrive only there leave the peer heard on control and the way in blamed`() {
        var scene = wellScene()
        scene.script.heartbeatsArrive = false
        scene.pass(.seconds(5))
        #expect(scene.states == [.degraded(.portClosed(.heartbeat))])
        #expect(!scene.machine.seesEachOther)
        #expect(!scene.machine.isUnheard)
        #expect(scene.machine.status(of: .heartbeat).state == .down)
    }

    @Test(arguments: [1, 2, 4, 5, 8, 12, 20])
    func `a link that flaps for twenty minutes changes the state few times`(seconds: Int) {
        var scene = wellScene()
        var passed = 0
        while passed < 1_200 {
            scene.script = .hostGone
            scene.pass(.seconds(seconds))
            scene.script = .well
            scene.pass(.seconds(seconds))
            passed += 2 * seconds
        }
        let bound = seconds < 16 ? 12 : 1_200 / seconds
        #expect(scene.states.count <= bound, "\(scene.states)")
    }

    @Test func `a single lost probe is no trouble, and two are a suspicion of the port`() {
        var scene = wellScene()
        scene.log += scene.machine.probed(.database, .timeout, at: scene.now, wall: scene.wall)
        scene.pass(.seconds(3))
        #expect(scene.states == [])
        scene.script.database = .timeout
        scene.pass(.seconds(3))
        #expect(scene.states == [.degraded(.portClosed(.database))])
    }
}
