import Foundation
import Subprocess
import Synchronization
import SystemPackage
import Vocabulary

/// A private Asterisk for tests and the lab: its own configuration, database, spool, log and addresses.
///
/// Its folder has the same path inside and outside, so a program beside it may write files that it reads. Where it
/// comes from a root folder, it runs in a mount namespace of its own, and nothing stays mounted when it dies. Make it,
/// `write` what the test needs over the files it begins with, then `start`.
package final class AsteriskInstance: Sendable {
    /// How long a start may take.
    package static let bootMax = Duration.seconds(30)
    /// How long a stop may take before it is cut short.
    package static let stopMax = Duration.seconds(10)

    /// The instance's folder, with `etc`, `log`, `run`, `spool`, `lib` and `database` in it.
    package let folder: String
    package let place: AsteriskPlace
    /// Put before every command that starts or asks Asterisk, such as `ip netns exec NAME`.
    package let prefix: [String]

    private let program: AsteriskProgram
    private let sharedFolders: [String]
    private let process = Mutex<ChildProcess?>(nil)

    /// - Parameters:
    ///   - folder: is made where it is missing; keep its path below 60 characters, since sockets lie in it.
    ///   - sharedFolders: further folders of this host that it sees under their own paths.
    ///   - systemName: distinguishes its call ids from another instance's.
    package init(
        folder: String, place: AsteriskPlace, program: AsteriskProgram, prefix: [String] = [],
        sharedFolders: [String] = [], systemName: String = "test"
    ) throws(AsteriskKitFailure) {
        self.folder = folder
        self.place = place
        self.program = program
        self.prefix = prefix
        self.sharedFolders = sharedFolders
        for name in [
            "etc", "log/cdr-custom", "log/cel-custom", "run", "spool", "lib/agi-bin", "lib/keys", "database", "root",
        ] {
            try Self.make(folder + "/" + name)
        }
        let files = AsteriskFiles(folder: folder, place: place, program: program, systemName: systemName)
        for (name, text) in files.texts { try write(text, to: name) }
    }

    /// The process's number while it runs.
    package var processNumber: pid_t? { process.withLock { $0?.pid } }

    /// The folder of the configuration.
    package var configuration: String { folder + "/etc" }

    // MARK: Files

    /// Replaces or adds a file of the configuration; a running Asterisk reads it at its next reload.
    package func write(_ text: String, to name: String) throws(AsteriskKitFailure) {
        try put(text, at: configuration + "/" + name)
    }

    /// Appends to a file of the configuration.
    package func append(_ text: String, to name: String) throws(AsteriskKitFailure) {
        let path = configuration + "/" + name
        try put(((try? String(contentsOfFile: path, encoding: .utf8)) ?? "") + text, at: path)
    }

    /// The last lines of its log, for a failure's words.
    package var log: String {
        let said = ["messages", "output"].map { name in
            let text = (try? String(contentsOfFile: "\(folder)/log/\(name)", encoding: .utf8)) ?? ""
            return text.split(separator: "\n").suffix(20).joined(separator: "\n")
        }
        return said.joined(separator: "\n")
    }

    private func put(_ text: String, at path: String) throws(AsteriskKitFailure) {
        do {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw .cannotWrite(path: path, number: errno)
        }
    }

    private static func make(_ path: String) throws(AsteriskKitFailure) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path: path, number: errno)
        }
    }

    // MARK: Life

    /// Starts it and returns when it has booted whole.
    package func start() async throws {
        try launch()
        try await booted()
    }

    /// Starts it and returns at once.
    package func launch() throws(AsteriskKitFailure) {
        let log = folder + "/log/output"
        let command = prefix + AsteriskLaunch(program: program, folder: folder, shared: sharedFolders).command
        let child = try ChildProcess.start(command, log: log)
        process.withLock { $0 = child }
        try put("\(child.pid)", at: folder + "/pid")
    }

    /// Returns when it has booted whole.
    package func booted() async throws {
        let clock = ContinuousClock()
        let end = clock.now + Self.bootMax
        while true {
            guard let child = process.withLock({ $0 }) else { throw AsteriskKitFailure.notRunning }
            if child.hasEnded() {
                process.withLock { $0 = nil }
                throw AsteriskKitFailure.endedWhileStarting(log: log)
            }
            if try await command("core waitfullybooted").contains("has fully booted"), hasManager { return }
            guard clock.now < end else { throw AsteriskKitFailure.neverBooted(log: log) }
            try await clock.sleep(for: .milliseconds(20))
        }
    }

    /// Whether its manager takes calls; in another network namespace this cannot be seen from here and is believed.
    private var hasManager: Bool { !prefix.isEmpty || place.hasManager }

    /// What Asterisk's console answers to a line; empty where it does not answer.
    package func command(_ line: String) async throws -> String {
        guard let number = processNumber else { throw AsteriskKitFailure.notRunning }
        let words =
            prefix + [
                "nsenter", "--target", "\(number)", "--mount", "--root", "--wdns=/", program.executable, "-C",
                configuration + "/asterisk.conf", "-rx", line,
            ]
        let result = try await Subprocess.run(
            .name(words[0]), arguments: Arguments(Array(words.dropFirst())), output: .string(limit: 8 << 20),
            error: .discarded)
        return result.standardOutput
    }

    /// Asks it to stop, and ends it where it does not in time.
    package func stop() async {
        guard let child = process.withLock({ $0 }) else { return }
        child.signal(SIGTERM)
        let clock = ContinuousClock()
        let end = clock.now + Self.stopMax
        while !child.hasEnded() {
            guard clock.now < end else {
                child.endAtOnce()
                break
            }
            try? await clock.sleep(for: .milliseconds(20))
        }
        process.withLock { $0 = nil }
    }

    /// Ends it as a power cut would.
    package func endAtOnce() {
        let child = process.withLock { child in
            defer { child = nil }
            return child
        }
        child?.endAtOnce()
    }

    /// Makes it stand still, alive but deaf, or go on.
    package func signal(_ number: Int32) { process.withLock { $0?.signal(number) } }
}
