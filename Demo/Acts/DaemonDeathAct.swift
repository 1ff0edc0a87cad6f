import Glibc
import LabKit
import Ports
import Vocabulary

/// The Secondary's daemon is killed, the Primary says so, and all that happened meanwhile is caught up.
struct DaemonDeathAct: Act {
    private static let namedMax = Duration.milliseconds(3_500)
    private static let recoveredMax = Duration.seconds(60)
    private static let patience = Duration.seconds(30)
    private static let callsMeanwhile = 1_000

    let title = "The Secondary's daemon is killed (kill -9) and started again"

    func perform(on stage: Stage, paper: Paper) async throws {
        guard let daemon = stage.secondary.daemon else {
            throw DemoFailure.unexpected("the Secondary's daemon is not there")
        }
        let watch = Stopwatch()
        daemon.send(SIGKILL)
        let report = try await stage.report(of: .primary, "the Primary names the dead daemon", within: Self.patience) {
            $0.peer?.diagnosis == Diagnosis.daemonDown.name
        }
        prove(
            Claim("A killed daemon is named: daemon-down", took: watch.elapsed(namedIn: report), within: Self.namedMax),
            stage, paper)
        let calls = try await stage.ledger(.primary).calls(Self.callsMeanwhile, day: Hotel.days + 2)
        try await stage.primary.add([calls])
        try await stage.primary.change(
            "UPDATE comxfailover.staff_extension SET ring_seconds = 32 WHERE extension < '220'")
        try await restart(stage, paper)
    }

    private func restart(_ stage: Stage, _ paper: Paper) async throws {
        let watch = Stopwatch()
        try await stage.secondary.startDaemon()
        try await stage.equality(within: Self.recoveredMax)
        prove(
            Claim("Started again: caught up, all tables equal", took: watch.elapsed, within: Self.recoveredMax),
            stage, paper)
        try await stage.report(of: .primary, "the Primary calls the Secondary online again", within: Self.recoveredMax)
        {
            $0.peer?.state == "online"
        }
        prove(
            Claim(
                "Started again: called online", took: watch.elapsed,
                within: Self.recoveredMax),
            stage, paper)
    }
}
