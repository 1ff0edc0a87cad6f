import Foundation
import Glibc

/// A network of its own, under a name that `ip netns` knows.
package struct NetworkNamespace: Sendable, Hashable {
    private typealias EnterNamespace = @convention(c) @Sendable (Int32, Int32) -> Int32
    /// `setns` of glibc, which Swift does not see.
    private static let enterNamespace = dlsym(nil, "setns").map { unsafeBitCast($0, to: EnterNamespace.self) }
    /// `CLONE_NEWNET` of the kernel.
    private static let networkKind: Int32 = 0x4000_0000

    package let name: String

    private var path: String { "/run/netns/\(name)" }

    /// The words to put before a command so that it runs there.
    package var prefix: [String] { ["nsenter", "--net=\(path)"] }

    package var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Runs a command there that must succeed.
    @discardableResult
    package func demand(_ words: [String], input: String = "") async throws(LabFailure) -> String {
        try await LabCommand.demand(prefix + words, input: input)
    }

    /// Runs lines of `ip` there, all in one process.
    func configure(_ lines: [String]) async throws(LabFailure) {
        try await LabCommand.demand(["ip", "-n", name, "-batch", "-"], input: lines.joined(separator: "\n") + "\n")
    }

    /// Runs `body` with this thread in that network. A socket made meanwhile stays there for good, wherever it is used.
    func enter<T>(_ body: () throws(LabFailure) -> T) throws(LabFailure) -> T {
        guard let enterNamespace = Self.enterNamespace else { throw .unusable("this system has no setns") }
        let here = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC)
        defer { close(here) }
        let there = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(there) }
        guard here >= 0, there >= 0, enterNamespace(there, Self.networkKind) == 0 else {
            throw .unusable("the namespace \(name) cannot be entered: error \(errno)")
        }
        defer {
            guard enterNamespace(here, Self.networkKind) == 0 else {
                preconditionFailure("a thread is lost in the namespace \(name): error \(errno)")
            }
        }
        return try body()
    }
}
