import MariaStore
import MariaTestKit
import Ports
import ReplicaLogic
import Testing
import Vocabulary

/// Two servers that copy, and the reader's loop between them put together by hand.
struct CopyPair: Sendable {
    /// The servers of the suite that the running test belongs to.
    @TaskLocal static var servers: (primary: ThrowawayServer, secondary: ThrowawayServer)?

    let primary: CopyNode
    let secondary: CopyNode

    subscript(mode: Mode) -> CopyNode { mode == .primary ? primary : secondary }

    /// Runs `body` with two nodes that were just installed and hold nothing.
    static func with(_ body: (CopyPair) async throws -> Void) async throws {
        guard let servers else { preconditionFailure("the suite has no trait .copyServers") }
        async let primary = CopyNode(
            .primary, administrator: servers.primary.administrator, incarnation: Incarnation(rawValue: 1))
        async let secondary = CopyNode(
            .secondary, administrator: servers.secondary.administrator, incarnation: Incarnation(rawValue: 2))
        let pair = try await CopyPair(primary: primary, secondary: secondary)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(pair))
        } catch {
            outcome = .failure(error)
        }
        await pair.primary.close()
        await pair.secondary.close()
        try outcome.get()
    }
}

extension CopyPair {
    static let item = ItemName(literal: "things")

    /// Runs statements on both nodes, in schema `hotel`, which is made where it is missing.
    func both(_ statements: String...) async throws {
        for node in [primary, secondary] {
            try await node.program.perform { session in
                try session.script("CREATE DATABASE IF NOT EXISTS hotel CHARACTER SET utf8mb4")
                try session.script("USE hotel")
                for statement in statements { try session.script(statement) }
            }
        }
    }

    /// Names tables of schema `hotel` as one item on both nodes, and puts capture on them.
    ///
    /// - Parameter tables: the tables, each with the columns that identify a row, or none for the primary key.
    @discardableResult
    func copy(_ tables: [String: [String]], rule: ItemRule = .owned(.configuration)) async throws -> CaptureOutcome {
        let definition = ItemDefinition(
            name: Self.item, rule: rule,
            tables: tables.sorted { $0.key < $1.key }.map {
                ItemDefinition.Table(name: TableName(schema: "hotel", name: $0.key), keyColumns: $0.value)
            }, isEnabled: true, isBuiltIn: false)
        try await primary.source.save(definition)
        try await secondary.source.save(definition)
        _ = try await secondary.source.arrangeCapture()
        return try await primary.source.arrangeCapture()
    }

    /// Makes one table on both nodes and copies it by its primary key.
    func copy(_ table: String, _ columns: String, rule: ItemRule = .owned(.configuration)) async throws {
        try await both("CREATE TABLE hotel.\(table) (\(columns))")
        try await copy([table: []], rule: rule)
    }

    /// What stands in one table and not in the other, as text; empty where they are equal.
    func differences(_ table: String) async throws -> [String] {
        let here = try await primary.rows("SELECT * FROM hotel.\(table)")
        let there = try await secondary.rows("SELECT * FROM hotel.\(table)")
        return Self.words("Primary", here, without: there) + Self.words("Secondary", there, without: here)
    }

    private static func words(_ side: String, _ rows: [[CellValue]], without others: [[CellValue]]) -> [String] {
        var left = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
        return rows.compactMap { row in
            if let count = left[row], count > 0 {
                left[row] = count - 1
                return nil
            }
            return "\(side) only: " + row.map { String(($0.readable ?? "NULL").prefix(60)) }.joined(separator: " | ")
        }
    }
}
