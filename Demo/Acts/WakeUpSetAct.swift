import LabKit
import Vocabulary

/// A guest asks to be woken; the desk types it at the Secondary, and both nodes have it.
struct WakeUpSetAct: Act {
    /// The Secondary is to be dead before the time comes.
    private static let lead = Duration.seconds(8)

    let title = "A guest asks to be woken"

    func perform(on stage: Stage, paper: Paper) async throws {
        if let reason = stage.reduced {
            return prove(.leftOut("A wake-up is safe on both nodes", because: reason), stage, paper)
        }
        let due = DueTime.fullMinute(after: Self.lead)
        let room = GuestWakeUp.room
        let answer = try await stage.secondary.order(["wakeups", "set", due.text, "--room", room])
        stage.wakeUp.wasSet(for: due)
        let lines = answer.split(separator: "\n").filter { !$0.contains("note:") }
        paper.faint("   the desk is told: \(lines.joined(separator: " "))")
        let isSafe = answer.contains("Safe on both")
        prove(
            Claim(
                "A wake-up of room \(room) at \(due.text)", measured: isSafe ? "safe on both" : "here only",
                limit: "safe on both", holds: isSafe), stage, paper)
    }
}
