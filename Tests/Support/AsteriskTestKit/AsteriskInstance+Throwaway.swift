import Foundation
import Glibc

extension AsteriskInstance {
    private static let folderPrefix = "comxfailover-asterisk-"

    /// Makes an Asterisk on a loopback address of its own, lets `prepare` write its files, runs `body` with it once it
    /// has booted, and takes everything away afterwards.
    @discardableResult
    package static func with<T: Sendable>(
        systemName: String = "test", prepare: @Sendable (AsteriskInstance) throws -> Void = { _ in },
        _ body: @Sendable (AsteriskInstance) async throws -> T
    ) async throws -> T {
        let instance = try throwaway(systemName: systemName)
        defer { try? FileManager.default.removeItem(atPath: instance.folder) }
        let outcome: Result<T, any Error>
        do {
            try prepare(instance)
            try await instance.start()
            outcome = .success(try await body(instance))
        } catch {
            outcome = .failure(error)
        }
        instance.endAtOnce()
        return try outcome.get()
    }

    /// An Asterisk that is not started yet, in a folder of its own below the temporary one. Whoever makes it ends it
    /// and removes its folder; what a killed test run left behind is taken away by the next one.
    package static func throwaway(systemName: String = "test") throws(AsteriskKitFailure) -> AsteriskInstance {
        sweepLeftovers()
        let number = String(UInt32.random(in: 0...UInt32.max), radix: 36)
        return try AsteriskInstance(
            folder: "/tmp/\(folderPrefix)\(getpid())-\(number)", place: try .fresh(), program: try .found(),
            systemName: systemName)
    }

    /// Ends instances, and removes folders, of test runs that were themselves killed.
    private static func sweepLeftovers() {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? []
        for entry in entries where entry.hasPrefix(folderPrefix) {
            let owner = entry.dropFirst(folderPrefix.count).prefix { $0.isNumber }
            guard !owner.isEmpty, !FileManager.default.fileExists(atPath: "/proc/\(owner)") else { continue }
            let folder = "/tmp/" + entry
            endLeftover(in: folder)
            try? FileManager.default.removeItem(atPath: folder)
        }
    }

    /// Ends the process whose number was kept in `folder`, if it is still the Asterisk that was started there.
    private static func endLeftover(in folder: String) {
        guard let text = try? String(contentsOfFile: folder + "/pid", encoding: .utf8), let pid = pid_t(text),
            let command = try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8),
            command.contains(folder)
        else { return }
        kill(pid, SIGKILL)
    }
}
