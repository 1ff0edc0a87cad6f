import HotelLogic
import Testing
import Vocabulary

/// What a node makes of wake-ups whose time has come by its own clock alone.
extension RingingPairTests {
    @Test func `a second whose clock or zone is ahead ends nothing that the first has in its hands`() throws {
        var ringer = try ringer(.primary)
        let peer = stand(of: .secondary, holds: true, hearing: ringer)
        hear(&ringer, peer)
        ringer.tell { $0.caughtUp(asOf: $1, at: $1, wall: $2) }
        let concluded = ringer.wait(.minutes(90), hearing: peer)
        #expect(concluded.steps.isEmpty)
        let warnings = concluded.news.filter { if case .late = $0 { true } else { false } }
        #expect(warnings.count == concluded.news.count && !warnings.isEmpty, "the desk may look what is wrong")
        var idle = peer
        idle.holdsTurn = false
        #expect(ringer.wait(.seconds(1), hearing: idle).steps.contains(.givenUp(.late)))
    }
}
