import Vocabulary

/// A feed's life and how far it reached.
package struct FeedMemory: Sendable, Hashable {
    package let incarnation: Incarnation
    package let head: FeedPosition

    package init(incarnation: Incarnation, head: FeedPosition) {
        self.incarnation = incarnation
        self.head = head
    }
}
