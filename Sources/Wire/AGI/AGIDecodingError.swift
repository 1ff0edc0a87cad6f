/// Why a stream of bytes is no session of Asterisk's. The connection is of no further use.
package enum AGIDecodingError: Error, Sendable, Hashable {
    /// Whoever connected does not begin as Asterisk does.
    case notAsterisk(String)
    case lineTooLong(bytes: Int)
    case tooManyLines(Int)
    /// More bytes came than are taken at once.
    case tooMuchWaiting(bytes: Int)
    /// A line that answers nothing.
    case unreadable(String)
}
