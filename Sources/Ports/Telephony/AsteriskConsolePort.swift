/// What a node offers to the people who want to see what its Asterisk is given, and how it is.
package protocol AsteriskConsolePort: Sendable {
    /// What the tables come to at this moment, against what stands in Asterisk's folder. Nothing is written.
    ///
    /// - Parameter reveals: passwords stand in the texts and the differences.
    func rendering(reveals: Bool) async throws(ConsoleFailure) -> RenderingReport

    /// How Asterisk is, as it says itself; one that does not answer is an answer too.
    func asteriskStatus() async throws(ConsoleFailure) -> AsteriskReport
}
