import LabKit
import UnixSignals

/// The acts in their order.
struct Show {
    /// How it ended.
    enum Ending: Sendable, Hashable {
        /// Every act was played; the claims may still have failed.
        case complete
        /// An act could not go on.
        case brokenOff
        /// A signal ended it.
        case interrupted(Int32)
    }

    let stage: Stage
    let paper: Paper

    private var acts: [any Act] {
        [
            MeetingAct(), FillingAct(), CrossingAct(), LagAct(), PhonesAct(), CutAct(), DaemonDeathAct(),
            DatabaseDeathAct(), WakeUpSetAct(), PowerCutAct(), WakeUpAct(), ReturnAct(), WakeUpLedgerAct(),
            EqualityAct(),
        ]
    }

    /// Plays until the end or until somebody interrupts, and writes the table of claims.
    func performUntilSignal() async -> Ending {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
        let ending = await withTaskGroup(of: Ending?.self) { group in
            group.addTask { await performWithPhones() }
            group.addTask {
                for await signal in signals { return .interrupted(signal.rawValue) }
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            await group.waitForAll()
            return first ?? .brokenOff
        }
        if case .interrupted = ending {
            paper.line("\nInterrupted.")
        } else {
            ClaimTable(claims: stage.claims.all).write(on: paper)
        }
        return ending
    }

    /// The phones look after their registrations all the while.
    private func performWithPhones() async -> Ending {
        guard let lab = stage.network.lab else { return await perform() }
        do {
            return try await lab.withPhones { await perform() }
        } catch {
            paper.trouble("   the phones: \(error)")
            return .brokenOff
        }
    }

    private func perform() async -> Ending {
        for (index, act) in acts.enumerated() {
            paper.act(index + 1, act.title)
            do {
                try await act.perform(on: stage, paper: paper)
            } catch {
                guard !Task.isCancelled else { return .brokenOff }
                brokeOff(act, error)
                return .brokenOff
            }
        }
        return .complete
    }

    private func brokeOff(_ act: any Act, _ error: any Error) {
        let words = (error as? DemoFailure)?.words ?? "\(error)"
        let claim = Claim(act.title, measured: "broken off", limit: "to the end", .fails)
        stage.claims.enter(claim)
        paper.trouble("   \(words)")
    }
}
