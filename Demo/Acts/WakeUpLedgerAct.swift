import LabKit
import MariaStore
import Vocabulary

/// Both nodes tell the same story of the wake-up, and it was rung once.
struct WakeUpLedgerAct: Act {
    private static let patience = Duration.seconds(30)

    let title = "Both ledgers tell how the guest was woken"

    /// All that was written about the wake-up that was set last in the room.
    private static let lines = """
        SELECT node, TIMESTAMPDIFF(SECOND, '1970-01-01', happened_at) AS seconds, event FROM comxfailover.wake_up_event
        WHERE (wake_up_node, wake_up_number) = (
          SELECT wake_up_node, wake_up_number FROM comxfailover.wake_up_event
          WHERE room = ? AND event = 'set' ORDER BY happened_at DESC LIMIT 1)
        ORDER BY happened_at, node, sequence
        """

    func perform(on stage: Stage, paper: Paper) async throws {
        guard stage.wakeUp.time != nil else {
            return prove(.leftOut("The ledger of a wake-up", because: stage.reduced ?? "none was set"), stage, paper)
        }
        let story = try await Patience.until("both ledgers tell of the answer", within: Self.patience) {
            let here = try await Self.story(stage.primary)
            let there = try await Self.story(stage.secondary)
            return here == there && here.last?.event == "answered" ? here : nil
        }
        for line in story { paper.faint("   \(line.words)") }
        let rings = story.count { $0.event == "rang" }
        prove(
            Claim(
                "The wake-up in both ledgers: the same \(story.count) lines",
                measured: "rung \(Self.times(rings)), answered", limit: "once", holds: rings == 1), stage, paper)
    }

    private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

    private static func story(_ node: DemoNode) async throws -> [WakeUpStory] {
        try await node.database.perform { session in
            try session.query(lines, [.text(GuestWakeUp.room)]).map { row in
                WakeUpStory(
                    node: Mode(number: UInt8(clamping: try row.unsigned("node"))),
                    time: DueTime(secondsSinceEpoch: Double(try row.integer("seconds"))).text,
                    event: try row.text("event"))
            }
        }
    }
}
