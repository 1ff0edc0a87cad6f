import Testing
import Vocabulary

@testable import PairLogic

/// Every state meets every input, and answers as the table says; where the table is silent, with nothing.
struct PeerCellTests {
    private typealias Row = [PeerCell.Input: [String]]

    /// What a standing without a peer's state answers: the paths are watched all the same.
    private static let watching: Row = [
        .heardWell: ["heartbeat:unknown>up", "sight:true"],
        .heardIll: ["heartbeat:unknown>up", "sight:true"],
        .controlAnswers: ["control:unknown>up"],
        .controlRefused: ["control:unknown>down"],
        .databaseDenied: ["database:unknown>down"],
        .paused: ["paused"],
    ]

    private static let table: [PeerCell.State: Row] = [
        .unconfigured: watching.with([
            .active: ["unconfigured>starting"],
            .disabled: ["unconfigured>disabled"],
        ]),
        .disabled: watching.with([
            .active: ["disabled>starting"],
            .unconfigured: ["disabled>unconfigured"],
        ]),
        .starting: watching.with([
            .heardWell: ["heartbeat:unknown>up", "sight:true", "starting>online"],
            .heardIll: ["heartbeat:unknown>up", "sight:true", "starting>degraded(asterisk-down)"],
            .controlAnswers: ["control:unknown>up", "starting>online"],
            .newProtocol: ["starting>degraded(versions-too-far-apart)"],
            .disabled: ["starting>disabled"],
            .unconfigured: ["starting>unconfigured"],
        ]),
        .online: [
            .heardIll: ["online>degraded(asterisk-down)"],
            .controlRefused: ["control:up>down"],
            .databaseDenied: ["database:up>down", "online>degraded(database-access-denied)"],
            .newProtocol: ["online>degraded(versions-too-far-apart)"],
            .disabled: ["online>disabled"],
            .unconfigured: ["online>unconfigured"],
            .paused: ["paused"],
        ],
        .degraded: [
            .controlRefused: ["control:up>down"],
            .databaseDenied: ["database:up>down", "degraded(asterisk-down)>degraded(database-access-denied)"],
            .newProtocol: ["degraded(asterisk-down)>degraded(versions-too-far-apart)"],
            .disabled: ["degraded(asterisk-down)>disabled"],
            .unconfigured: ["degraded(asterisk-down)>unconfigured"],
            .paused: ["paused"],
        ],
        .offline: [
            .heardWell: ["heartbeat:down>up", "sight:true"],
            .heardIll: ["heartbeat:down>up", "sight:true"],
            .controlAnswers: ["control:down>up"],
            .controlRefused: ["offline(host-or-path-gone)>offline(daemon-down)"],
            .databaseDenied: ["offline(host-or-path-gone)>offline(daemon-down)"],
            .sendRefused: ["offline(host-or-path-gone)>offline(daemon-down)"],
            .disabled: ["offline(host-or-path-gone)>disabled"],
            .unconfigured: ["offline(host-or-path-gone)>unconfigured"],
            .paused: ["paused"],
        ],
    ]

    @Test(arguments: PeerCell.State.allCases)
    func `a state answers each input as the table says`(state: PeerCell.State) {
        for input in PeerCell.Input.allCases {
            var scene = state.scene
            let answer = input.apply(to: &scene).map(PeerCell.word)
            #expect(answer == Self.table[state]?[input] ?? [], "\(state) meets \(input)")
        }
    }

    @Test func `a starting node waits for its boot wait before it calls a peer away that it never heard`() {
        var scene = PeerScene()
        scene.script = .hostGone
        scene.pass(.milliseconds(14_900))
        #expect(scene.machine.state == .starting)
        #expect(scene.machine.isUnheard)
        scene.pass(.milliseconds(200))
        #expect(scene.states == [.offline(.hostOrPathGone)])
    }

    @Test func `a pause during the boot wait does not count as waiting`() {
        var scene = PeerScene()
        scene.script = .hostGone
        scene.pass(.seconds(5))
        scene.move(.seconds(30))
        scene.pass(.seconds(9))
        #expect(scene.machine.state == .starting)
    }

    @Test func `failover switched on again finds the peer at once where it was heard all along`() {
        var scene = PeerScene(standing: .disabled)
        scene.pass(.seconds(20))
        #expect(scene.states == [])
        scene.log = scene.machine.stood(.active, at: scene.now, wall: scene.wall)
        #expect(scene.states == [.starting, .online])
    }
}

extension Dictionary {
    /// This table with some of its cells replaced.
    fileprivate func with(_ cells: [Key: Value]) -> [Key: Value] { merging(cells) { _, new in new } }
}
