import LabKit
import Ports
import Vocabulary

/// The power comes back, and with it everything to its place.
struct ReturnAct: Act {
    private static let levelMax = Duration.seconds(60)
    private static let homeMax = Duration.seconds(90)
    private static let callMax = Duration.seconds(10)

    let title = "Its power comes back, and the room's phone with it"

    func perform(on stage: Stage, paper: Paper) async throws {
        guard let lab = stage.network.lab else {
            return prove(.leftOut("The way back", because: stage.reduced ?? "no lab"), stage, paper)
        }
        let phones = HotelPhones(lab: lab)
        let watch = Stopwatch()
        try await lab.heal(.hostDead(.secondary))
        try await phones.phone(HotelPhones.roomPhone).awaitRegistered(
            at: phones.server(.secondary), within: Self.homeMax)
        prove(
            Claim("The room's phone is back at the Secondary", took: watch.elapsed, within: Self.homeMax), stage, paper)
        // The connection to the database died with the host.
        try await Patience.until("the Secondary's MariaDB answers again", within: Self.levelMax) {
            (try? await stage.secondary.count("SELECT 1")) == 1 ? () : nil
        }
        try await stage.equality(within: Self.levelMax)
        prove(
            Claim("What happened meanwhile has arrived, all tables equal", took: watch.elapsed, within: Self.levelMax),
            stage, paper)
        for host in lab.hosts { try await host.asterisk.awaitTrunk("Avail") }
        let (call, took) = try await phones.speak(from: HotelPhones.desk, to: HotelPhones.roomPhone)
        try await call.end()
        prove(Claim("Staff calls the room, over the trunk again", took: took, within: Self.callMax), stage, paper)
    }
}
