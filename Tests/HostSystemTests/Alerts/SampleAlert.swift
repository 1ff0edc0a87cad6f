import Ports
import Vocabulary

/// An alert of a small hotel.
enum SampleAlert {
    static let at = WallTime(microseconds: 1_700_000_000_000_000)

    static func message(
        _ words: String = "the peer is gone", count: Int = 1, others: [AlertMessage.Other] = []
    ) -> AlertMessage {
        AlertMessage(
            id: 1_700_000_000_000_000, property: "Seaside", node: .secondary, host: "10.20.20.2",
            event: Event(at: at, .alert, .peer, about: "", words, evidence: ["no heartbeat for 3 s"]), count: count,
            since: at, leftOut: 0, others: others)
    }

    /// What is told with it.
    static func other(_ words: String, about subject: String, count: Int = 1) -> AlertMessage.Other {
        AlertMessage.Other(
            id: 1_700_000_000_000_001,
            event: Event(at: at, .alert, .peer, about: subject, words, evidence: ["seen by \(subject)"]), count: count)
    }
}
