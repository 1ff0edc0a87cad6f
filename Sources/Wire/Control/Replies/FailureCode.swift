extension ControlReply {
    /// Why a request was not carried out, in terms a program can act on; the words travel beside it.
    package enum FailureCode: UInt16, Sendable, Hashable, CaseIterable {
        /// Anything else, and every code that this version does not know.
        case other = 0
        /// The message is not known here: the receiver is older than the sender.
        case unknownMessage = 1
        /// The message could not be read.
        case malformed = 2
        /// No such item or table here.
        case notFound = 3
        /// The receiver may not, for instance because the sender does not own the scope.
        case refused = 4
        /// The receiver's database does not answer.
        case databaseUnavailable = 5
        /// The receiver is at it already, or busy with something that excludes it. Later may help.
        case busy = 6
    }
}
