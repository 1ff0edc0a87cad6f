import Vocabulary

extension ControlRequest {
    /// The sender's feed has moved: there is something to fetch. Acknowledged at once.
    package struct Nudge: Sendable, Hashable {
        package let feedHead: FeedPosition

        package init(feedHead: FeedPosition) { self.feedHead = feedHead }

        init?(from reader: inout ByteReader) {
            guard let head = reader.read(UInt64.self) else { return nil }
            self.init(feedHead: FeedPosition(rawValue: head))
        }

        func write(to writer: inout ByteWriter) { writer.write(feedHead.rawValue) }
    }
}
