import Synchronization
import Vocabulary

/// Hundreds of room phones at one address of the hotel's network: they register as others do, ring, are answered, hear
/// what is said, and hang up. Each keeps what it saw.
package final class LabCrowd: Sendable {
    static let port: UInt16 = 5062
    static let serverPort: UInt16 = 5060
    private static let stepEvery = Duration.milliseconds(10)

    package let numbers: [String]
    package let registrars: [String]
    private let life: Mutex<CrowdLife>

    init(
        _ numbers: [String], registrars: [String], password: String, in namespace: NetworkNamespace
    ) throws(LabFailure) {
        self.numbers = numbers
        self.registrars = registrars
        life = Mutex(try CrowdLife(numbers, registrars: registrars, password: password, in: namespace))
    }

    /// Lives until it is cancelled.
    func run() async {
        let clock = ContinuousClock()
        let start = clock.now
        while !Task.isCancelled {
            life.withLock { $0.step(at: clock.now - start) }
            try? await clock.sleep(for: Self.stepEvery)
        }
    }

    /// What the guests do from now on.
    package func behave(_ habits: CrowdHabits) { life.withLock { $0.habits = habits } }

    /// All calls so far, those that go on too.
    package var calls: [CrowdCall] { life.withLock { $0.past + $0.dialogs.values.map(\.call) } }

    /// Whether no phone rings or talks.
    package var isQuiet: Bool { life.withLock { $0.dialogs.isEmpty } }

    /// How many phones are registered at a server and nowhere else.
    package func countRegistered(at registrar: String) -> Int {
        guard let place = registrars.firstIndex(of: registrar) else { return 0 }
        return life.withLock { life in
            life.phones.count { phone in
                phone.registrations.indices.allSatisfy {
                    $0 == place ? phone.registrations[$0].isAccepted : phone.registrations[$0].acceptedAt == nil
                }
            }
        }
    }

    /// Waits until all phones are registered at a server.
    @discardableResult
    package func awaitRegistered(at registrar: String, within limit: Duration = .seconds(60)) async throws -> Duration {
        try await LabWaiting.until(
            "\(numbers.count) phones registered at \(registrar)", within: limit,
            seen: { "\(countRegistered(at: registrar))" }
        ) { countRegistered(at: registrar) == numbers.count }
    }
}
