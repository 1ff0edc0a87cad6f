import Ports
import Vocabulary

/// An alert of a small hotel.
enum SampleAlert {
    static func message(_ words: String = "the peer is gone", count: Int = 1) -> AlertMessage {
        let at = WallTime(microseconds: 1_700_000_000_000_000)
        return AlertMessage(
            id: 1_700_000_000_000_000, property: "Seaside", node: .secondary, host: "10.20.20.2",
            event: Event(at: at, .alert, .peer, about: "", words, evidence: ["no heartbeat for 3 s"]), count: count,
            since: at, leftOut: 0)
    }
}
