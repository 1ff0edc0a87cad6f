/// Why Asterisk's files could not be read or written; the words name the file.
package struct AsteriskFilesFailure: Error, Sendable, Hashable {
    package let words: String

    package init(words: String) { self.words = words }
}
