import Vocabulary

extension ControlReply {
    /// Where the sender's feed stands now. Nothing at or below `settled` can still appear.
    package struct Settled: Sendable, Hashable {
        package let head: FeedPosition
        package let settled: FeedPosition

        package init(head: FeedPosition, settled: FeedPosition) {
            self.head = head
            self.settled = settled
        }

        init?(from reader: inout ByteReader) {
            guard let head = reader.read(UInt64.self), let settled = reader.read(UInt64.self) else { return nil }
            self.init(head: FeedPosition(rawValue: head), settled: FeedPosition(rawValue: settled))
        }

        func write(to writer: inout ByteWriter) {
            writer.write(head.rawValue)
            writer.write(settled.rawValue)
        }
    }
}
