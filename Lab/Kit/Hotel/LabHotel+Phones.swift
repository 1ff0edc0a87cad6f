import Vocabulary

extension LabHotel {
    /// Switches on a phone of the staff: the Primary first.
    package func staffPhone(_ number: String, timers: PhoneTimers = .brisk) async throws -> LabPhone {
        try await phone(number, [.primary, .secondary], timers)
    }

    /// Switches on a room's phone: the Secondary first.
    package func roomPhone(_ number: String, timers: PhoneTimers = .brisk) async throws -> LabPhone {
        try await phone(number, [.secondary, .primary], timers)
    }

    /// Switches on the gateway with the analog phones.
    package func gateway() async throws -> LabPhone {
        try await lab.phone(
            .gateway(
                Self.analogRooms.map(\.0), at: Self.gatewayPlace, tone: 2_000, user: "gateway-\(Self.gatewayName)"))
    }

    /// Where a phone is registered while everything works.
    package func home(of phone: LabPhone) -> String { phone.plan.registrars[0] }

    private func phone(_ number: String, _ order: [Mode], _ timers: PhoneTimers) async throws -> LabPhone {
        let index = (Self.staff + Self.rooms.keys.sorted()).firstIndex(of: number) ?? 9
        return try await lab.phone(
            PhonePlan(
                number, registrars: order.map(lab.addresses.fromPhones), at: .lan(100 + index),
                tone: 440 + 140 * index, timers: timers))
    }
}
