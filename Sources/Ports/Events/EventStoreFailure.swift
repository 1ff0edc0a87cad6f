/// Why events were not kept or cannot be read: the database's words. Whoever keeps them tries again.
package struct EventStoreFailure: Error, Sendable, Hashable {
    package let words: String

    package init(_ words: String) { self.words = words }
}
