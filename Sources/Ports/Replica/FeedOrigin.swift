import Vocabulary

/// Whose writes a reader wants.
package enum FeedOrigin: Sendable, Hashable {
    /// Those of one node: normal shipping leaves out what the reader wrote itself.
    case only(Mode)
    /// Everybody's: a node that lost its memory takes its own writes back, too.
    case all
}
