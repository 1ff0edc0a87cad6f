import LabKit
import Testing
import Vocabulary

extension OpenHotel {
    /// A call outside that is answered and sends back what it hears.
    func hearOutside(_ phone: LabPhone, _ dialled: String, by line: LabCarrier, as number: String) async throws {
        try await phone.dial(dialled)
        try await line.awaitCall(to: number)
        try await phone.awaitEstablished()
        try await phone.awaitTone(phone.plan.tone)
        try await phone.hangUp()
        try await phone.awaitIdle()
    }

    /// A call outside that no carrier hears of.
    func expectRefused(_ phone: LabPhone, _ dialled: String, as number: String) async throws {
        try await phone.dial(dialled)
        try await phone.awaitIdle()
        for line in [cloudLine, siteLine] { #expect(!line.calls.contains { $0.hasPrefix("call \(number) ") }) }
    }
}
