/// The path cannot be asked about: it is not there, or access is refused.
package struct FreeSpaceFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What failed, where, in the system's words.
    package let description: String

    package init(description: String) { self.description = description }
}
