import AsteriskTestKit
import AsteriskText
import HotelLogic
import NIOCore
import NIOPosix
import NodeServices
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

/// Feature codes dialled on phones of a real Asterisk, answered by the daemon, or by one that is dead or frozen.
@Suite(.serialized) struct FeatureLiveTests {
    /// A daemon that takes a call and then stands still: at once, or in the middle of it.
    private struct FrozenDaemon: AGIAnswering {
        let hasAnswered: Bool

        func answer(_ call: any AGICallPort) async {
            if hasAnswered {
                _ = try? await call.ask(.setVariable("TIMEOUT(absolute)", "4"))
                _ = try? await call.ask(.answer)
            }
            // Until Asterisk takes the call back; nothing is asked for, so nothing is told.
            let (never, source) = AsyncStream<Void>.makeStream()
            for await _ in never {}
            _ = source
        }
    }

    private static let patience = Duration.seconds(20)
    /// A caller who listens and presses nothing.
    private static let listening = String(repeating: "w", count: 50)

    private func service(_ desk: MemoryMenuDesk, owner: Mode = .secondary) -> MenuService {
        let board = NodeBoard(mode: .secondary)
        board.change { $0.scopes = [ScopeReport(scope: .guest, owner: owner, epoch: Epoch(rawValue: 1))] }
        return MenuService(desk: desk, board: board, logger: RunningService.quietLogger)
    }

    @Test func `a guest sets a wake-up by the menu, and switches do-not-disturb`() async throws {
        let desk = MemoryMenuDesk()
        try await FeatureDesk.with(service(desk)) { house in
            let keys = "wwww0730wwwwwwww1" + Self.listening
            let menu = try await house.call(from: "1001", to: "*55", pressing: keys)
            #expect(menu?.hasPrefix("ANSWER") == true)
            #expect(desk.withState { $0.wakeUps.map(\.time) } == [try TimeOfDay("07:30")])
            let switched = try await house.call(from: "1001", to: "*78", pressing: Self.listening)
            #expect(switched?.hasPrefix("ANSWER") == true)
            #expect(desk.withState { $0.hasDoNotDisturb })
            // The room's phone and number came along, and no sound was missing.
            #expect(desk.withState { $0.requests.first } == .wakeUps)
            #expect(!house.node.log.contains("does not exist in any format"), "\(house.node.log)")
            #expect(try await house.node.shows("0 active channels", in: "core show channels"))
        }
    }

    @Test func `a language whose sounds are not installed is spoken in English`() async throws {
        let desk = MemoryMenuDesk()
        desk.withState { $0.language = "fr" }
        try await FeatureDesk.with(service(desk)) { house in
            let keys = "wwww0615wwwwwwwwwwww1" + Self.listening
            let menu = try await house.call(from: "1001", to: "*55", pressing: keys)
            #expect(menu?.hasPrefix("ANSWER") == true)
            #expect(desk.withState { $0.wakeUps.map(\.time) } == [try TimeOfDay("06:15")])
        }
    }

    @Test func `a daemon that takes the call and never answers lets the caller hear so within seconds`() async throws {
        for hasAnswered in [false, true] {
            try await FeatureDesk.with(FrozenDaemon(hasAnswered: hasAnswered)) { house in
                let start = ContinuousClock.now
                let outcome = try await house.call(from: "1001", to: "*55", pressing: Self.listening)
                #expect(outcome?.hasPrefix("ANSWER") == hasAnswered, "\(outcome ?? "none")")
                #expect(try await house.node.shows("0 active channels", in: "core show channels"))
                #expect(ContinuousClock.now - start < Self.patience, "\(ContinuousClock.now - start)")
            }
        }
    }

    @Test func `a port that accepts and says nothing is a frozen daemon too`() async throws {
        let mute = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(mute.localAddress?.port)
        try await FeatureDesk.house(port: port) { house in
            let start = ContinuousClock.now
            let outcome = try await house.call(from: "1001", to: "*55")
            #expect(outcome?.hasPrefix("ANSWER") == false, "\(outcome ?? "none")")
            #expect(ContinuousClock.now - start < Self.patience, "\(ContinuousClock.now - start)")
            // While nobody knows the owner the peer is asked as well.
            #expect(try await house.noted("seen/peer", "*55") != nil)
        }
        try await mute.close().get()
    }

    @Test func `a dead daemon, and one that is not the owner, send the call to the peer`() async throws {
        let desk = MemoryMenuDesk()
        try await FeatureDesk.with(service(desk, owner: .primary)) { house in
            _ = try await house.world.command("database put peer answers yes")
            #expect(try await house.call(from: "1001", to: "*55") == "ANSWER 16")
            #expect(try await house.noted("seen/peer", "*55")?.hasSuffix("/1001") == true)
            #expect(desk.withState { $0.requests }.isEmpty)
            // Asked by the peer it is not sent back.
            try await house.mark(hop: "primary", purpose: "feature", caller: "1001")
            _ = try await house.world.command("database deltree seen")
            #expect(try await house.call(from: "0000", to: "*55")?.hasPrefix("ANSWER") == false)
            #expect(try await house.noted("seen/peer", "*55") == nil)
        }
        try await FeatureDesk.house(port: 9) { house in
            #expect(try await house.call(from: "1001", to: "*55")?.hasPrefix("ANSWER") == false)
            _ = try await house.world.command("database put peer answers yes")
            #expect(try await house.call(from: "1001", to: "*55") == "ANSWER 16")
        }
    }

    @Test func `the peer's phones are served over the trunk`() async throws {
        let desk = MemoryMenuDesk()
        try await FeatureDesk.with(service(desk)) { house in
            try await house.mark(hop: "primary", purpose: "feature", caller: "1001")
            let outcome = try await house.call(from: "0000", to: "*79", pressing: Self.listening)
            #expect(outcome?.hasPrefix("ANSWER") == true)
            #expect(desk.withState { $0.requests } == [.setDoNotDisturb(false)])
        }
    }
}
