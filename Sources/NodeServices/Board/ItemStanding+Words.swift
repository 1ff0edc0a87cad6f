import Ports
import Vocabulary

extension ItemStanding.State {
    /// The stable word of the state, as `ItemReport.state` documents it.
    package var word: String {
        switch self {
        case .off: "off"
        case .starting: "starting"
        case .waitingForPeer: "waiting-for-peer"
        case .notShipped: "not-shipped"
        case .firstContact: "first-contact"
        case .current: "current"
        case .betweenStates: "between-states"
        case .quarantined: "quarantined"
        case .held: "held"
        case .repairing: "repairing"
        }
    }

    /// What is wrong or awaited, with the command that helps; nil where nothing is.
    package func words(item: ItemName) -> String? {
        switch self {
        case .off: "switched off; comxfailover items enable \(item)"
        case .starting, .current: nil
        case .waitingForPeer: "the peer cannot be read; comxfailover status"
        case .notShipped(let words), .held(let words): words
        case .firstContact:
            "both nodes have data that differs; choose whose is right: "
                + "comxfailover replication repair \(item) --from primary|secondary"
        case .betweenStates: "a catch-up is under way; the tables stand between two states of the peer"
        case .repairing: "rows are being replaced by the authority's"
        case .quarantined(let quarantine):
            "\(quarantine.table) \(Self.key(quarantine.key)): \(quarantine.words) "
                + "(MariaDB error \(quarantine.number)); mend it, then: comxfailover replication retry \(item)"
        }
    }

    private static func key(_ key: [String: String]) -> String {
        "(" + key.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ") + ")"
    }
}
