/// How much room a file system has left.
///
/// A call reads the state of the moment and does not wait.
package protocol FreeSpacePort: Sendable {
    /// The room on the file system that holds `path`; throws where the path cannot be asked about.
    func space(at path: String) throws(FreeSpaceFailure) -> FreeSpaceReading
}
