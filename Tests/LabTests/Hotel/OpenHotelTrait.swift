import LabKit
import Testing

/// Gives a suite one lab with an open hotel, on which its tests are tried in turn.
struct OpenHotelTrait: SuiteTrait, TestScoping {
    @TaskLocal static var current: OpenHotel?

    let topology: Topology

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await OpenHotel.running(topology) { hotel in
            try await Self.$current.withValue(hotel) { try await function() }
        }
    }
}

extension Trait where Self == OpenHotelTrait {
    static func openHotel(_ topology: Topology) -> Self { Self(topology: topology) }
}

extension OpenHotel {
    /// The suite's hotel, whole and with everybody at home.
    static func whole() async throws -> OpenHotel {
        let hotel = try #require(OpenHotelTrait.current)
        try await hotel.heal()
        return hotel
    }
}
