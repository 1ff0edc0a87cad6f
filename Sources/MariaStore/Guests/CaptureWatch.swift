import Vocabulary

/// Notices whether the writes of a transaction were captured, and with which position the last of them was.
struct CaptureWatch {
    private let session: MariaSession
    private var drawn: FeedPosition?
    private var isWhole = true
    private var hasWritten = false

    init(session: MariaSession) throws {
        self.session = session
        drawn = try Self.lastDrawn(session)
    }

    /// nil where nothing was written, or something of it was not captured.
    var position: FeedPosition? { hasWritten && isWhole ? drawn : nil }

    /// Something was written; whatever is captured draws a position.
    ///
    /// - Parameter number: the last one that the writer itself drew for it, which is no position; nil where it drew
    ///   none.
    mutating func wrote(after number: UInt64? = nil) throws {
        let now = try Self.lastDrawn(session)
        if now == drawn || now?.rawValue == number { isWhole = false }
        (drawn, hasWritten) = (now, true)
    }

    /// The last number that this very connection drew from the feed's sequence.
    private static func lastDrawn(_ session: MariaSession) throws -> FeedPosition? {
        try session.query("SELECT LASTVAL(comxfailover_node.feed_sequence) AS drawn").first?
            .optionalUnsigned("drawn").map(FeedPosition.init(rawValue:))
    }
}
