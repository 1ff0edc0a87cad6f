import Testing

/// Gives a suite one hotel of hundreds of rooms, on which its tests are tried in turn.
struct CrowdHotelTrait: SuiteTrait, TestScoping {
    @TaskLocal static var current: CrowdHotel?

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await CrowdHotel.running { hotel in
            try await Self.$current.withValue(hotel) { try await function() }
        }
    }
}

extension Trait where Self == CrowdHotelTrait {
    static var crowdHotel: Self { Self() }
}

extension CrowdHotel {
    /// The suite's hotel.
    static func current() throws -> CrowdHotel { try #require(CrowdHotelTrait.current) }
}
