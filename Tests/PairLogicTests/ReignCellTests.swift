import Testing

@testable import PairLogic

/// Every state meets every input, and answers as the table says; where the table is silent, with nothing.
struct ReignCellTests {
    private typealias Row = [ReignCell.Input: [String]]

    /// A store that answers with a failure, whichever; no state has two things under way.
    private static func failing(_ words: [String]) -> Row {
        [.loadFailed: words, .storeFailed: words, .refused: words, .stuck: words]
    }

    private static func orders(_ takeover: String, forced: String? = nil, giveback: String) -> Row {
        [
            .takeover: ["refused:\(takeover)"], .forced: ["refused:\(forced ?? takeover)"],
            .giveback: ["refused:\(giveback)"],
        ]
    }

    private static let table: [ReignCell.State: Row] = [
        .reading: failing(["told:storeTrouble"])
            .with(orders("databaseAway", giveback: "databaseAway"))
            .with([.loaded: ["holds:S", "announce:S1"]]),
        .waiting: orders("databaseAway", giveback: "databaseAway").with([.heardHigher: ["holds:S"]]),
        .peersOwn: orders("peerHeard", giveback: "notOwner").with([
            .returned: ["holds:?"],
            .heardHigher: ["store:S9"],
            .forced: ["store:P2"],
        ]),
        .owner: orders("alreadyOwner", giveback: "").with([
            .returned: ["holds:?"],
            .heardHigher: ["holds:S", "store:S9"],
            .giveback: ["ask", "told:givebackBegan"],
        ]),
        .released: orders("peerHeard", giveback: "alreadyReleased").with([
            .heardKnown: ["store:S4"],
            .heardHigher: ["holds:S", "store:S9"],
            .forced: ["store:P6"],
        ]),
        .takingOver: failing(["holds:?", "told:storeTrouble"])
            .with(orders("busy", giveback: "busy"))
            .with([.stored: ["holds:P", "announce:P2", "told:tookOver"]]),
        .standingDown: failing(["told:storeTrouble"])
            .with(orders("busy", giveback: "busy"))
            .with([.stored: ["announce:S9", "told:stoodDown"]]),
        .catchingUp: orders("alreadyOwner", giveback: "underWay").with([
            .returned: ["holds:?", "told:givebackFailed"],
            .heardHigher: ["holds:S", "store:S9", "told:givebackFailed"],
            .peerGone: ["told:givebackFailed"],
            .reached: ["holds:?", "raise"],
            .behind: ["told:comingNear"],
            .unanswered: ["told:comingNear"],
            .declined: ["told:givebackFailed"],
            .restored: ["told:givebackFailed"],
            .stopped: ["told:givebackFailed"],
        ]),
        .closing: failing(["told:givebackFailed"])
            .with(orders("alreadyOwner", giveback: "underWay"))
            .with([.raised: ["ask!", "told:barrierUp"], .heardHigher: ["holds:S"]]),
        .draining: orders("alreadyOwner", giveback: "underWay").with([
            .returned: ["told:givebackFailed"],
            .heardHigher: ["holds:S", "store:S9", "told:givebackFailed"],
            .peerGone: ["lower", "told:givebackFailed"],
            .reached: ["store:S4r"],
            .behind: ["told:comingNear"],
            .unanswered: ["told:comingNear"],
            .declined: ["lower", "told:givebackFailed"],
            .restored: ["lower", "told:givebackFailed"],
            .stopped: ["lower", "told:givebackFailed"],
        ]),
        .releasing: failing(["told:storeTrouble"])
            .with(orders("alreadyOwner", giveback: "underWay"))
            .with([.stored: ["announce:S4", "told:released"], .heardHigher: ["holds:S"]]),
        .reopening: failing(["told:storeTrouble"])
            .with(orders("alreadyOwner", giveback: "busy"))
            .with([.lowered: ["holds:P", "told:reopened"], .heardHigher: ["holds:S"]]),
    ]

    @Test(arguments: ReignCell.State.allCases)
    func `a state answers each input as the table says`(state: ReignCell.State) {
        for input in ReignCell.Input.allCases {
            var scene = state.scene
            let answer = input.apply(to: &scene).map(ReignCell.word)
            #expect(answer == Self.table[state]?[input] ?? [], "\(state) meets \(input)")
        }
    }

    @Test(arguments: ReignCell.State.allCases)
    func `after any two inputs nothing is announced that is not stored`(state: ReignCell.State) {
        for first in ReignCell.Input.allCases {
            for second in ReignCell.Input.allCases {
                var scene = state.scene
                _ = first.apply(to: &scene)
                _ = second.apply(to: &scene)
                for directive in scene.log {
                    guard case .announce(let reign) = directive else { continue }
                    #expect(scene.machine.record?.ownership == reign, "\(state) meets \(first), \(second)")
                }
            }
        }
    }
}

extension [ReignCell.Input: [String]] {
    fileprivate func with(_ more: Self) -> Self { merging(more) { _, new in new } }
}
