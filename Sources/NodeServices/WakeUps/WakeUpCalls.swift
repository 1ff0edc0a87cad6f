import HotelLogic
import Vocabulary

/// The calls that this run of the daemon had Asterisk make and whose end it has not heard.
struct WakeUpCalls: Sendable, Hashable {
    private enum Stand: Sendable, Hashable {
        case ringing
        case connected
        /// Asterisk will say no more of it: what became of it has to be asked.
        case doubtful
    }

    private var open: [WakeUpCallName: Stand] = [:]
    /// Calls that somebody took, of former runs too, until the dialplan's word on them is taken away.
    private var taken: Set<WakeUpCallName> = []

    /// The legs of an attempt that ring or talk.
    func legs(of attempt: Attempt) -> [WakeUpCallName] {
        open.keys.filter { $0.purpose == .guest(attempt) }.sorted { $0.number < $1.number }
    }

    var all: [WakeUpCallName] { open.keys.sorted { $0.description < $1.description } }
    func isOpen(_ name: WakeUpCallName) -> Bool { open[name] != nil }
    func isConnected(_ name: WakeUpCallName) -> Bool { open[name] == .connected }
    func isDoubtful(_ name: WakeUpCallName) -> Bool { open[name] == .doubtful }

    mutating func began(_ name: WakeUpCallName) { open[name] = .ringing }

    /// Asterisk says that it was answered.
    mutating func connected(_ name: WakeUpCallName) {
        if open[name] != nil { open[name] = .connected }
    }

    /// Asterisk said nothing of it when it should have. It may go on all the same, and so it stays doubtful until it is
    /// answered, or is found to be over.
    mutating func doubted(_ name: WakeUpCallName) {
        if open[name] == .ringing { open[name] = .doubtful }
    }

    /// The dialplan says that somebody took it; true the first time.
    mutating func tookUp(_ name: WakeUpCallName) -> Bool {
        connected(name)
        return taken.insert(name).inserted
    }

    /// True where it was open.
    mutating func ended(_ name: WakeUpCallName) -> Bool { open.removeValue(forKey: name) != nil }

    /// Of calls that are over and on which the dialplan's word is gone nothing need be known any more.
    mutating func keep(written: Set<WakeUpCallName>) { taken.formIntersection(written.union(open.keys)) }

    /// Asterisk went away, and all calls with it.
    mutating func interrupted() { open = [:] }
}
