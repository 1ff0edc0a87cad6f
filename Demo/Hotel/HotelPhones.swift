import LabKit
import Vocabulary

/// The phones that the audience sees: real user agents on the hotel's network, with the extensions of the hotel's own
/// configuration. Staff phones know the Primary first, room phones the Secondary, each the other as its backup.
struct HotelPhones: Sendable {
    static let desk = "200"
    static let housekeeping = "201"
    static let kitchen = "202"
    static let room = "301"
    /// A room's phone, by its extension.
    static let roomPhone = Hotel.phone(of: room)

    let lab: Lab

    /// Switches all of them on.
    func switchOn() async throws {
        for (index, number) in [Self.desk, Self.housekeeping, Self.kitchen].enumerated() {
            try await add(number, [.primary, .secondary], index, password: Hotel.secret(of: number))
        }
        try await add(Self.roomPhone, [.secondary, .primary], 3, password: Hotel.guestSecret)
    }

    func phone(_ number: String) throws(DemoFailure) -> LabPhone {
        guard let phone = lab.phones.first(where: { $0.number == number }) else {
            throw .unexpected("phone \(number) is not there")
        }
        return phone
    }

    /// Where a node's phones register.
    func server(_ mode: Mode) -> String { lab.addresses.fromPhones(mode) }

    /// A call: dialled, answered, and each heard the tone of the other. Gives the time until then.
    func speak(from caller: String, to called: String) async throws -> (call: LabConversation, took: Duration) {
        let watch = Stopwatch()
        let call = try await LabConversation(from: phone(caller), to: phone(called))
        return (call, watch.elapsed)
    }

    private func add(_ number: String, _ order: [Mode], _ index: Int, password: String) async throws {
        _ = try await lab.phone(
            PhonePlan(
                number, registrars: order.map(server), at: .lan(100 + index), tone: 440 + 140 * index,
                password: password))
    }
}
