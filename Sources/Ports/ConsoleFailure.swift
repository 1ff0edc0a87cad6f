/// Why the node could not do what an operator asked: one clear line each.
package enum ConsoleFailure: Error, Sendable, Hashable {
    /// No such item, conflict, table.
    case notFound(String)
    /// The request makes no sense as given; the text says what to change.
    case invalid(String)
    /// Not on this node, or not now; the text says why and what helps.
    case refused(String)
    /// The node's database, or the peer, is not there.
    case unavailable(String)
}
