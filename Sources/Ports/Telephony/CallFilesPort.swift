import Wire

/// The door to the files in which Asterisk writes down its calls, below its log folder.
package protocol CallFilesPort: Sendable {
    /// Makes the folders that Asterisk writes into and does not make itself, for Asterisk's user to write in; leaves
    /// alone what is there.
    func prepare() throws(CallFileFailure)

    /// The lines of a file after `position`, or from its beginning where there is none.
    func read(_ file: CallFileName, after position: CallFilePosition?) throws(CallFileFailure) -> CallFileChunk
}
