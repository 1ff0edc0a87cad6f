/// Why a sound frame is not a message of ours. The stream stays usable: the reply is a ``ControlReply/Failure``.
package enum ControlMessageError: Error, Sendable, Hashable {
    /// A message that this version does not know; a newer peer may send one.
    case unknownKind(UInt16)
    /// The body ends early or holds what it never may.
    case malformed(kind: UInt16)
}
