import AsteriskLink
import AsteriskTestKit
import AsteriskText
import HostSystem
import NIOCore
import NIOPosix
import NodeServices
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

/// A daemon's side of feature codes before a real Asterisk: its port, and what stands behind it.
enum FeatureDesk {
    /// Runs a house whose Asterisk hands its features over to `answering`, which lives as long as `body`.
    ///
    /// - Parameter isAlive: whether the dialplan believes that the daemon is.
    static func with(
        _ answering: any AGIAnswering, isAlive: Bool = true, _ body: (TestHouse) async throws -> Void
    ) async throws {
        let (ports, opened) = AsyncStream<Int>.makeStream()
        let server = AGIServer(
            port: 0, answering: answering, group: MultiThreadedEventLoopGroup.singleton, clock: SystemClock(),
            logger: RunningService.quietLogger, warn: { _ in }, opened: { opened.yield($0) })
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await server.run() }
            let port = try #require(await ports.first { _ in true })
            try await house(port: port, isAlive: isAlive, body)
            tasks.cancelAll()
        }
    }

    /// The same with a port of somebody else's.
    static func house(port: Int, isAlive: Bool = true, _ body: (TestHouse) async throws -> Void) async throws {
        try await TestHouse.with { plan in
            plan.fastAGIPort = UInt16(port)
        } _: { house in
            if isAlive { try await house.put(.daemonSeen, "\(SystemClock().wallTime().rawValue / 1_000_000 + 3_600)") }
            try await body(house)
        }
    }
}

extension TestHouse {
    /// A phone dials and presses keys; `w` is half a second of waiting. How the call ended, as the phone saw it.
    func call(from phone: String, to number: String, pressing keys: String) async throws -> String? {
        let name = "\(phone)*\(number)"
        _ = try await world.command("database del outcome \(name)")
        _ = try await world.command("channel originate Local/\(name)@caller/n application SendDTMF \(keys)")
        guard try await world.shows("Value:", in: "database get outcome \(name)") else { return nil }
        return try await noted("outcome", name)
    }
}
