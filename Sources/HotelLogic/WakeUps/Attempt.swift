import Vocabulary

/// One try to reach the guest for an occurrence: counted from 1, over both nodes.
package struct Attempt: Sendable, Hashable, CustomStringConvertible {
    package let occurrence: Occurrence
    package let number: Int

    package init(_ occurrence: Occurrence, _ number: Int) {
        self.occurrence = occurrence
        self.number = number
    }

    package var description: String { "attempt \(number) of \(occurrence)" }
}
