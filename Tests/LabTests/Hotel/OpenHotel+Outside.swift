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

    /// A call that is not put through, or rings at the desk instead; then all is quiet again.
    func dialInVain(_ phone: LabPhone, _ number: String) async throws {
        let before = phone.state.endings
        try await phone.dial(number)
        try await LabWaiting.until("an end, or the desk", within: .seconds(20), seen: { "\(phone.state)" }) {
            phone.state.endings > before || phones.contains { $0.state.call?.phase == .incoming }
        }
        #expect(phone.state.call?.phase != .established)
        try await hangUp()
    }

    /// How many calls each Asterisk has had.
    func callsSoFar() async throws -> [Int] {
        var counts: [Int] = []
        for host in lab.hosts {
            let words = await host.asterisk.command("core show channels count")
            let line = try #require(words.split(separator: "\n").first { $0.contains("processed") }, "\(words)")
            counts.append(try #require(Int(line.prefix { $0.isNumber })))
        }
        return counts
    }

    /// A call outside that no carrier hears of.
    func expectRefused(_ phone: LabPhone, _ dialled: String, as number: String) async throws {
        try await phone.dialToTheEnd(dialled)
        for line in [cloudLine, siteLine] { #expect(!line.calls.contains { $0.hasPrefix("call \(number) ") }) }
    }
}
