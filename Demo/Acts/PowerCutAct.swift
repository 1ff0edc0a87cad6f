import LabKit
import Ports
import Vocabulary

/// The Secondary's host is gone, as in a power cut: the room's phone goes on at the Primary.
struct PowerCutAct: Act {
    private static let namedMax = Duration.milliseconds(3_500)
    private static let reachableMax = Duration.seconds(30)
    private static let callMax = Duration.seconds(10)
    private static let patience = Duration.seconds(30)

    let title = "The Secondary loses its power: the room's phone goes on at the Primary"

    func perform(on stage: Stage, paper: Paper) async throws {
        guard let lab = stage.network.lab else {
            return prove(.leftOut("Calls after a power cut", because: stage.reduced ?? "no lab"), stage, paper)
        }
        let phones = HotelPhones(lab: lab)
        let (standing, _) = try await phones.speak(from: HotelPhones.kitchen, to: HotelPhones.desk)
        let watch = Stopwatch()
        try await lab.inflict(.hostDead(.secondary))
        async let named = stage.report(of: .primary, "the Primary misses the Secondary", within: Self.patience) {
            $0.peer?.diagnosis == Diagnosis.hostOrPathGone.name
        }
        try await phones.phone(HotelPhones.roomPhone).awaitRegistered(at: phones.server(.primary))
        let moved = watch.elapsed
        let report = try await named
        prove(
            Claim(
                "The Primary names it: host or path gone", took: watch.elapsed(namedIn: report),
                within: Self.namedMax), stage, paper)
        prove(
            Claim("The room's phone is reachable again", took: moved, within: Self.reachableMax), stage, paper)
        let (call, took) = try await phones.speak(from: HotelPhones.housekeeping, to: HotelPhones.roomPhone)
        prove(Claim("Staff calls the room: each hears the other", took: took, within: Self.callMax), stage, paper)
        try await call.end()
        try await standing.hear()
        prove(
            Claim(
                "A call that stood on the Primary", measured: "each still hears the other", limit: "never cut", .holds),
            stage, paper)
        try await standing.end()
        try await stage.primary.change(
            "UPDATE comxfailover.staff_extension SET ring_seconds = 33 WHERE extension < '220'")
    }
}
