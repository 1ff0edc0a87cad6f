import Vocabulary

extension Lab {
    /// Where a crowd of phones is on the hotel's network.
    static let roomsPlace = LabPlace.lan(241)
    static let crowdAddress = "\(LabAddresses.lan).241"

    /// Runs `body` while a crowd of room phones lives, the Secondary being their first choice.
    package func withCrowd<T: Sendable>(
        _ numbers: [String], password: String = LabPlan.password, _ body: (LabCrowd) async throws -> T
    ) async throws -> T {
        let namespace = try await network.attach(Self.roomsPlace)
        let crowd = try LabCrowd(
            numbers, registrars: [addresses.fromPhones(.secondary), addresses.fromPhones(.primary)],
            password: password, in: namespace)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await crowd.run() }
            defer { group.cancelAll() }
            return try await body(crowd)
        }
    }
}
