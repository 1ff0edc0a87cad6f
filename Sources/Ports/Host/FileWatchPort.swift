/// Tells when a file is written to, without polling it.
///
/// A stream yields one empty event for any number of writes since its consumer last looked, and one at its start, so
/// nothing is missed between opening the watch and the first wait. It lives through removal and re-creation of the
/// file, and falls back to one event a second while the file cannot be watched. It ends when its consumer goes away.
package protocol FileWatchPort: Sendable {
    /// The writes to the file at `path`.
    func writes(to path: String) -> AsyncStream<Void>
}
