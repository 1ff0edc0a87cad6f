/// Why a stream of bytes is not the control protocol. The connection is of no further use.
package enum ControlFrameError: Error, Sendable, Hashable {
    /// A length field below the bytes every frame has.
    case tooShort(length: Int)
    /// A length field above ``ControlFrame/lengthMax``.
    case tooLong(length: Int)
    /// More bytes were added than anyone took frames from.
    case tooMuchWaiting(bytes: Int)
}
