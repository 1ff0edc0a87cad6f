/// What a verb tells the shell; the numbers follow sysexits.h where it has one.
enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
    /// All is well.
    case ok = 0
    /// The verb did its work and found something: a degraded pair, rows that differ, gaps in the protection.
    case found = 1
    /// The command line is wrong, or the daemon says that the request makes no sense.
    case usage = 64
    /// What was named does not exist: an item, an entry of the ledger.
    case data = 65
    /// Nobody answers: the daemon, its database or the peer is not there.
    case unavailable = 69
    /// A fault of this program.
    case fault = 70
    /// A file cannot be made.
    case cannotCreate = 73
    /// Refused for now, or broken off; the message says what helps.
    case temporary = 75
    /// This user may not do it.
    case forbidden = 77
    /// The settings are wrong or cannot be read.
    case configuration = 78
}
