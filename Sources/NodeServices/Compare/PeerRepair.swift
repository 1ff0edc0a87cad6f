import Ports
import Vocabulary
import Wire

/// Follows a repair that the peer carries out, with this node's rows as the right ones.
///
/// Whoever asks no more only stops watching: the peer goes on.
actor PeerRepair {
    /// How often the peer is asked how far it has come.
    static let askEvery = Duration.milliseconds(500)
    /// How often in a row it may give no answer.
    static let silencesMax = 20

    private let control: any ControlPort
    private let request: ControlRequest.Repair
    private let clock: any ClockPort
    private var latest: ControlReply.Repairing
    private var isFresh = true
    private var isFinished = false

    /// - Parameter first: the answer to the first question.
    init(
        control: any ControlPort, request: ControlRequest.Repair, first: ControlReply.Repairing, clock: any ClockPort
    ) {
        self.control = control
        self.request = request
        self.clock = clock
        latest = first
    }

    /// The next report; nil after the last.
    func next() async -> ProgressReport? {
        guard !isFinished else { return nil }
        if isFresh {
            isFresh = false
            return report()
        }
        var failure = ControlFailure.silent("no answer")
        for _ in 0..<Self.silencesMax {
            do {
                try await clock.sleep(for: Self.askEvery)
            } catch {
                isFinished = true
                return nil
            }
            do throws(ControlFailure) {
                return heard(try await control.request(.repair(request)))
            } catch {
                failure = error
            }
        }
        isFinished = true
        return report("failed", "the peer's daemon answers no more: \(failure.words); see there: comxfailover status")
    }

    private func heard(_ reply: ControlReply) -> ProgressReport {
        switch reply {
        case .repairing(let now):
            latest = now
            return report()
        case .failed(let refusal):
            isFinished = true
            return report("failed", "the peer gave up: \(refusal.words)")
        case .acknowledge, .hello, .settled, .progress, .verdict, .ringing:
            isFinished = true
            return report("failed", "the peer's answer makes no sense; bring both nodes to one release")
        }
    }

    private func report() -> ProgressReport {
        isFinished = latest.isFinished
        return report(isFinished ? "done" : "repair", latest.words.isEmpty ? nil : latest.words)
    }

    private func report(_ phase: String, _ words: String?) -> ProgressReport {
        ProgressReport(
            item: request.item, table: nil, phase: phase, rowsDone: latest.rowsDone, rowsTotal: latest.rowsTotal,
            rowsDifferent: latest.rowsDifferent, rowsRepaired: latest.rowsRepaired, words: words)
    }
}
