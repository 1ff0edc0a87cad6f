import PairLogic
import Vocabulary

/// A machine of alerts with a clock that is moved by hand, in seconds.
struct AlertScene {
    var machine = AlertMachine(policy: AlertPolicy(minimum: .warning, interval: .seconds(900)))

    private func at(_ seconds: Int) -> Instant { Instant(nanoseconds: 1_000_000_000) + .seconds(seconds) }

    /// Something happened; the events that are settled by it.
    @discardableResult
    mutating func hear(
        _ id: Int, _ severity: Severity = .alert, _ kind: EventKind = .wakeUp, about subject: String,
        _ words: String = "go and knock", isOver: Bool = false, at seconds: Int
    ) -> [UInt64] {
        let time = WallTime(microseconds: Int64(id))
        let event = Event(at: time, severity, kind, about: subject, words, isOver: isOver)
        return machine.heard(EventLine(id: UInt64(id), event: event), at: at(seconds))
    }

    mutating func next(at seconds: Int) -> AlertNotice? { machine.next(at: at(seconds)) }

    mutating func fail(at seconds: Int) { machine.failed(at: at(seconds), chance: 1) }

    /// Takes and delivers everything that is to be told now; gives the events that are settled by it, too.
    @discardableResult
    mutating func tell(at seconds: Int) -> (notices: [AlertNotice], settled: [UInt64]) {
        var notices: [AlertNotice] = []
        var settled: [UInt64] = []
        while let notice = next(at: seconds) {
            notices.append(notice)
            settled += machine.delivered()
        }
        return (notices, settled)
    }

    /// What notices are about, one after another.
    func subjects(_ notices: [AlertNotice]) -> [String] {
        notices.flatMap { [$0] + $0.others }.map(\.event.subject)
    }
}
