import LabKit
import Ports
import Vocabulary

/// Asterisk runs with what the daemons wrote from the hotel's tables; phones register, staff and a room speak.
struct PhonesAct: Act {
    private static let writtenMax = Duration.seconds(30)
    private static let registeredMax = Duration.seconds(30)
    private static let callMax = Duration.seconds(10)

    let title = "Phones register, and staff and a room speak"

    func perform(on stage: Stage, paper: Paper) async throws {
        guard let lab = stage.network.lab else {
            return prove(.leftOut("Calls of staff and rooms", because: stage.reduced ?? "no lab"), stage, paper)
        }
        let phones = HotelPhones(lab: lab)
        try await awaitWritten(stage, lab, paper)
        let watch = Stopwatch()
        try await phones.switchOn()
        for number in [HotelPhones.desk, HotelPhones.housekeeping, HotelPhones.kitchen] {
            try await phones.phone(number).awaitRegistered(at: phones.server(.primary))
        }
        try await phones.phone(HotelPhones.roomPhone).awaitRegistered(at: phones.server(.secondary))
        prove(
            Claim(
                "Staff phones are on the Primary, the room's on the Secondary", took: watch.elapsed,
                within: Self.registeredMax), stage, paper)
        for (words, caller, called) in [
            ("Staff calls a room, over the trunk: each hears the other", HotelPhones.desk, HotelPhones.roomPhone),
            ("The room calls staff: each hears the other", HotelPhones.roomPhone, HotelPhones.desk),
        ] {
            let (call, took) = try await phones.speak(from: caller, to: called)
            try await call.end()
            prove(Claim(words, took: took, within: Self.callMax), stage, paper)
        }
    }

    /// Each node is told what only it has: addresses, the line to the telephone network.
    private func awaitWritten(_ stage: Stage, _ lab: Lab, _ paper: Paper) async throws {
        let hotel = LabHotel(lab)
        for node in stage.nodes {
            for words in hotel.own(node.mode, reception: HotelPhones.desk) { try await node.order(words) }
        }
        let watch = Stopwatch()
        for node in stage.nodes {
            try await Patience.until(
                "the \(node.mode)'s Asterisk has loaded what its node wrote", within: Self.writtenMax
            ) {
                await node.asterisk()?.isLoaded == true ? () : nil
            }
        }
        for host in lab.hosts { try await host.asterisk.awaitTrunk("Avail") }
        let extensions = Hotel.staff + Hotel.rooms.count
        paper.faint("   both Asterisks know \(extensions) extensions, by files that their nodes wrote")
        prove(
            Claim("Both Asterisks have the hotel, and see each other", took: watch.elapsed, within: Self.writtenMax),
            stage, paper)
    }
}
