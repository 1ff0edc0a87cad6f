/// How a verb of the command line ended.
package struct VerbOutcome: Sendable, Hashable {
    /// The exit status; a signal counts as its number below zero.
    package let status: Int32
    /// What it wrote to standard output.
    package let output: String
    /// What it wrote to standard error.
    package let complaints: String
}
