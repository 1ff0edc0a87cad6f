import Vocabulary

/// The peer, as this node sees it.
package struct PeerReport: Sendable, Hashable, Codable {
    package let mode: Mode
    package let address: String
    /// The stable name of the state, for instance `online` or `offline`.
    package let state: String
    /// The stable name of the diagnosis, where something is wrong.
    package let diagnosis: String?
    /// What is wrong, in a sentence.
    package let words: String?
    /// What an operator can do about it.
    package let cure: String?
    /// When the state last changed.
    package let since: WallTime?
    package let softwareVersion: String?
    package let paths: [PathReport]
    /// Datagrams dropped, by reason: forged, replayed, truncated, oversized, foreign.
    package let droppedDatagrams: [String: UInt64]

    package init(
        mode: Mode, address: String, state: String, diagnosis: String?, words: String?, cure: String?,
        since: WallTime?, softwareVersion: String?, paths: [PathReport], droppedDatagrams: [String: UInt64]
    ) {
        self.mode = mode
        self.address = address
        self.state = state
        self.diagnosis = diagnosis
        self.words = words
        self.cure = cure
        self.since = since
        self.softwareVersion = softwareVersion
        self.paths = paths
        self.droppedDatagrams = droppedDatagrams
    }
}
