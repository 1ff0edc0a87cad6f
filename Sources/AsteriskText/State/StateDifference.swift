/// What turns the state that Asterisk's database holds into the state it should hold.
package struct StateDifference: Sendable, Hashable {
    /// An entry to write.
    package struct Put: Sendable, Hashable {
        package let key: StateKey
        package let value: String
    }

    /// Each in the order of its key.
    package let puts: [Put]
    package let removals: [StateKey]

    package init(from present: [StateKey: String], to wanted: [StateKey: String]) {
        puts = wanted.filter { present[$0.key] != $0.value }.map { Put(key: $0.key, value: $0.value) }
            .sorted { $0.key < $1.key }
        removals = present.keys.filter { wanted[$0] == nil }.sorted()
    }

    package var isEmpty: Bool { puts.isEmpty && removals.isEmpty }
}
