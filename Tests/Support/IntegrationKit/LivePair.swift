import Foundation
import Glibc
import Ports
import Testing
import Vocabulary

/// Two real nodes on this machine, for one test: gone with all their processes and files when it is over.
package struct LivePair: Sendable {
    package let primary: LiveNode
    package let secondary: LiveNode

    package var nodes: [LiveNode] { [primary, secondary] }

    package func node(_ mode: Mode) -> LiveNode { mode == .primary ? primary : secondary }

    /// Runs `body` with a pair that is running and sees each other, every built-in item current.
    package static func running(
        _ change: (inout LiveSettings) -> Void = { _ in },
        _ body: (LivePair) async throws -> Void
    ) async throws {
        try await prepared(change) { pair in
            for node in pair.nodes { try node.start() }
            try await pair.awaitCurrent()
            try await body(pair)
        }
    }

    /// Runs `body` with two nodes that are not started yet.
    ///
    /// - Parameter change: changes the settings of both.
    package static func prepared(
        _ change: (inout LiveSettings) -> Void = { _ in },
        _ body: (LivePair) async throws -> Void
    ) async throws {
        guard let slots = LiveSlots.shared else { return try await living(number: 1, change, body) }
        try await slots.using { try await living(number: $0, change, body) }
    }

    private static func living(
        number: Int, _ change: (inout LiveSettings) -> Void, _ body: (LivePair) async throws -> Void
    ) async throws {
        LiveLeftovers.sweep()
        let folder = LiveLeftovers.freshFolder()
        let pair = try LivePair(number: number, in: folder, change)
        defer {
            for node in pair.nodes { node.cutPower() }
            LiveLeftovers.remove(folder)
        }
        do {
            try await body(pair)
        } catch {
            for node in pair.nodes { Issue.record("the log of the \(node.mode):\n\(node.logTail())") }
            throw error
        }
    }

    private init(number: Int, in folder: String, _ change: (inout LiveSettings) -> Void) throws {
        let program = try Program()
        let places = try LivePlace.freshPair(number)
        let secret = "a secret of one test run \(UInt64.random(in: .min ... .max)) \(UInt64.random(in: .min ... .max))"
        func settings(_ mode: Mode) -> LiveSettings {
            var settings = LiveSettings(mode: mode, secret: secret)
            change(&settings)
            return settings
        }
        primary = try LiveNode(
            settings: settings(.primary), place: places.primary, peerPlace: places.secondary, folder: folder + "/p",
            program: program)
        secondary = try LiveNode(
            settings: settings(.secondary), place: places.secondary, peerPlace: places.primary, folder: folder + "/s",
            program: program)
    }

    /// Waits until both see each other and every item that is switched on is current on both.
    package func awaitCurrent(within limit: Duration = .seconds(60)) async throws {
        for node in nodes {
            try await node.awaitStatus("everything current", within: limit) { report in
                report.peer?.state == "online" && !report.items.isEmpty
                    && report.items.allSatisfy { $0.state == "current" || !$0.enabled }
            }
        }
    }

    /// Waits until the tables are the same on both nodes.
    package func awaitEqual(_ tables: [String], within limit: Duration = .seconds(30)) async throws {
        var last = ""
        try await Waiting.until("\(tables) the same on both nodes", within: limit, seen: { last }) {
            guard let here = try? await primary.checksums(of: tables),
                let there = try? await secondary.checksums(of: tables)
            else {
                last = "a database does not answer"
                return false
            }
            last = "\(here) and \(there)"
            return here == there
        }
    }
}
