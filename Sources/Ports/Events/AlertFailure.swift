/// Why an alert was not taken; it is told again later.
package struct AlertFailure: Error, Sendable, Hashable {
    /// What failed, for an operator.
    package let words: String

    package init(_ words: String) { self.words = words }
}
