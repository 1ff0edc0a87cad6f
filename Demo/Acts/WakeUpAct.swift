import LabKit
import Vocabulary

/// The time has come, and the node that should ring is dead: the other one does, and the guest hears it.
struct WakeUpAct: Act {
    /// As long as the other node waits for one that it does not hear, so that nobody is woken twice.
    private static let grace = Duration.seconds(45)
    private static let ringMax = Duration.seconds(60)
    private static let patience = Duration.seconds(150)
    private static let listening = Duration.seconds(3)
    /// At least half of what may arrive meanwhile, in samples.
    private static let heardMin = 12_000

    let title = "The guest is woken all the same, by the Primary"

    func perform(on stage: Stage, paper: Paper) async throws {
        guard let lab = stage.network.lab, let due = stage.wakeUp.time else {
            return prove(.leftOut("A guest is woken", because: stage.reduced ?? "no lab"), stage, paper)
        }
        let phone = try HotelPhones(lab: lab).phone(HotelPhones.roomPhone)
        let grace = Self.grace.readable
        paper.faint("   due at \(due.text); the Secondary may have rung already, so the Primary waits \(grace) for it")
        let ringing = try await Patience.until("the phone of room \(GuestWakeUp.room) rings", within: Self.patience) {
            paper.progress("   \(Self.words(due.passed)), the phone is silent")
            return phone.state.calls.last { $0.phase == .incoming }
        }
        let passed = due.passed
        paper.endProgress()
        paper.faint("   room \(GuestWakeUp.room) rings: \(ringing.peer)")
        prove(
            Claim("The phone rings in the set minute, from the Primary", took: passed, within: Self.ringMax), stage,
            paper)
        try await phone.answer()
        try await phone.awaitEstablished()
        let samples = try await phone.samplesHeard(during: Self.listening)
        try await phone.hangUp()
        prove(
            Claim(
                "The guest hears what time it is",
                measured: "\(samples.grouped) samples in \(Self.listening.readable)",
                limit: "≥ \(Self.heardMin.grouped)", holds: samples >= Self.heardMin), stage, paper)
    }

    private static func words(_ passed: Duration) -> String {
        passed < .zero ? "due in \((.zero - passed).readable)" : "due \(passed.readable) ago"
    }
}
