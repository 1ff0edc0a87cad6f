import Vocabulary

/// A place in one life of a feed.
package struct FeedMark: Sendable, Hashable {
    package let incarnation: Incarnation
    package let head: FeedPosition

    package init(incarnation: Incarnation, head: FeedPosition) {
        self.incarnation = incarnation
        self.head = head
    }
}
