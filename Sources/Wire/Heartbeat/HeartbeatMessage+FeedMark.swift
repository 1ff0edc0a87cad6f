import Vocabulary

extension HeartbeatMessage {
    /// How far a node has read the other's feed, and in which life of it.
    package struct FeedMark: Sendable, Hashable {
        package let incarnation: Incarnation
        package let head: FeedPosition

        package init(incarnation: Incarnation, head: FeedPosition) {
            self.incarnation = incarnation
            self.head = head
        }
    }
}
