import HotelLogic
import Vocabulary

/// The name of a call that this program has Asterisk make. It tells what the call is for, so that a daemon that was
/// started anew understands what becomes of calls of the one before.
struct WakeUpCallName: Sendable, Hashable, CustomStringConvertible {
    /// Whom the call is to reach.
    enum Purpose: Sendable, Hashable {
        case guest(Attempt)
        /// The desk, about what this run of the daemon knows under that number.
        case desk(UInt64)
    }

    private static let guestWord = "wake-up"
    private static let deskWord = "wake-up-desk"

    let purpose: Purpose
    let number: ExtensionNumber
    let run: BootID

    init(_ purpose: Purpose, number: ExtensionNumber, run: BootID) {
        self.purpose = purpose
        self.number = number
        self.run = run
    }

    /// nil for every other call.
    init?(_ text: String) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 4, let run = parts.last.flatMap({ UInt64($0, radix: 16) }),
            let number = try? ExtensionNumber(parts[parts.count - 2])
        else { return nil }
        switch (parts[0], parts.count) {
        case (Self.guestWord, 7):
            guard let wakeUp = WakeUpID(parts[1]), let revision = UInt32(parts[2]),
                let date = try? CalendarDate(parts[3]), let attempt = Int(parts[4]), attempt > 0
            else { return nil }
            let occurrence = Occurrence(wakeUp, WakeUpRevision(rawValue: revision), on: date)
            self.init(.guest(Attempt(occurrence, attempt)), number: number, run: BootID(rawValue: run))
        case (Self.deskWord, 4):
            guard let serial = UInt64(parts[1]) else { return nil }
            self.init(.desk(serial), number: number, run: BootID(rawValue: run))
        default: return nil
        }
    }

    var description: String {
        switch purpose {
        case .guest(let attempt):
            let occurrence = attempt.occurrence
            return [
                Self.guestWord, "\(occurrence.wakeUp)", "\(occurrence.revision.rawValue)", "\(occurrence.date)",
                "\(attempt.number)", "\(number)", "\(run)",
            ].joined(separator: "_")
        case .desk(let serial): return [Self.deskWord, "\(serial)", "\(number)", "\(run)"].joined(separator: "_")
        }
    }
}
