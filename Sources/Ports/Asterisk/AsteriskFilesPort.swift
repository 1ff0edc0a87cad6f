/// Asterisk's configuration folder.
///
/// Each file is always whole, the old one or the new one. A file of somebody else that stands in the way is kept aside
/// under another name, once. One writer at a time.
package protocol AsteriskFilesPort: Sendable {
    /// The texts of those files that are there.
    func read(_ names: [String]) throws(AsteriskFilesFailure) -> [String: String]

    /// Writes each text, and removes the file where there is none. Returns when all of it is on the disk.
    func write(_ texts: [String: String?]) throws(AsteriskFilesFailure)
}
