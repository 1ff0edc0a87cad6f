/// Why a stream of bytes is not Asterisk's manager. The connection is of no further use.
package enum AMIDecodingError: Error, Sendable, Hashable {
    /// The first line is another program's greeting.
    case notAManager(String)
    case lineTooLong(bytes: Int)
    case messageTooLong(bytes: Int)
    case tooManyFields(Int)
    /// More bytes were added than anyone took messages from.
    case tooMuchWaiting(bytes: Int)
}
