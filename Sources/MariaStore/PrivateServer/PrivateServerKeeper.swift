import Foundation
import Subprocess
import SystemPackage
import Vocabulary

/// Keeps a private server running: prepares it, starts it, watches it, starts it again, stops it at the end.
///
/// The server is a process of its own session and outlives this program when that is killed; the next run adopts
/// it, unless its options have changed since: then it is stopped and started anew. An adopted server is nobody's
/// child here, so it is watched through `/proc`; one that we start is a child of `swift-subprocess`, whose
/// teardown stops it.
package struct PrivateServerKeeper: Sendable {
    /// How often a starting server is asked for an answer, and an adopted one looked at.
    private static let look: Duration = .milliseconds(100)
    /// How often a missing address is looked for.
    private static let addressLook: Duration = .seconds(2)

    private let server: PrivateServer
    private let policy: PrivateServerPolicy
    private let report: @Sendable (PrivateServerEvent) -> Void

    /// `report` hears of every event, in order, and must not block.
    package init(
        server: PrivateServer, policy: PrivateServerPolicy = PrivateServerPolicy(),
        report: @escaping @Sendable (PrivateServerEvent) -> Void
    ) {
        self.server = server
        self.policy = policy
        self.report = report
    }

    /// Runs until the task is cancelled; then it stops the server cleanly and returns.
    ///
    /// An address that is not here yet, such as a VPN's while the line is down, keeps no database down: the server
    /// listens without it, and is started anew when it has come.
    ///
    /// Throws `PrivateServerFailure`, or a file system's error, where the server cannot even be set up.
    package func run() async throws {
        while !Task.isCancelled {
            let missing = server.missingAddresses
            guard !missing.isEmpty else { return try await keep() }
            report(.withoutAddress(missing.joined(separator: ", ")))
            let narrow = PrivateServerKeeper(server: server.listening(without: missing), policy: policy, report: report)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await narrow.keep() }
                group.addTask {
                    while !Task.isCancelled, server.missingAddresses == missing {
                        try? await Task.sleep(for: Self.addressLook)
                    }
                }
                try await group.next()
                group.cancelAll()
                try await group.waitForAll()
            }
        }
    }

    private func keep() async throws {
        let installer = PrivateServerInstaller(server: server)
        let isChanged = try installer.prepare()
        if isChanged, let process = ServerProcess.find(server) { await stop(process) }
        if !installer.isInstalled {
            report(.installing)
            try await installer.install()
        }
        var machine = RestartMachine(policy: policy)
        while !Task.isCancelled {
            await mayStart(&machine)
            if Task.isCancelled { break }
            let words = await oneLife()
            if Task.isCancelled { break }
            machine.died(at: Self.now)
            report(.crashed(words: words))
        }
        report(.stopped)
    }

    /// Waits until the server may be started, and says so where that takes a reason; a change of the numbers in a
    /// reason is not said again.
    private func mayStart(_ machine: inout RestartMachine) async {
        var said: String?
        while !Task.isCancelled {
            if ServerProcess.find(server) != nil { return }
            switch machine.next(freeBytes: freeBytes, at: Self.now) {
            case .start: return
            case .wait(let pause): try? await Task.sleep(for: pause)
            case .hold(let reason, let pause):
                if said != reason.name { report(.held(reason)) }
                said = reason.name
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// From a start or an adoption to the end; gives the words of that end.
    private func oneLife() async -> String {
        if let process = ServerProcess.find(server) { return await watch(process) }
        report(.starting)
        let log = ServerLog(server.logFile)
        do {
            let status = try await startAndWait()
            return status.words + (log.lastWords.map { ": \($0)" } ?? "")
        } catch {
            return "it could not be started: \(error)"
        }
    }

    private func startAndWait() async throws -> TerminationStatus {
        try await withThrowingTaskGroup(of: TerminationStatus?.self) { group in
            group.addTask { try await runProgram() }
            group.addTask {
                await awaitAnswer(adopted: false)
                return nil
            }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let ended { return ended }
            }
            throw CancellationError()
        }
    }

    private func runProgram() async throws -> TerminationStatus {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.send(signal: .terminate, allowedDurationToNextStep: policy.stopMax)]
        let log = try FileDescriptor.open(
            FilePath(server.logFile), .writeOnly, options: [.append, .create], permissions: [.ownerReadWrite])
        let result = try await Subprocess.run(
            .path(FilePath(server.program)), arguments: ["--defaults-file=\(server.optionFile)"],
            platformOptions: options, input: .none, output: .fileDescriptor(log, closeAfterSpawningProcess: true),
            error: .combinedWithOutput)
        return result.terminationStatus
    }

    /// Watches a server that was there before; stops it when this task is cancelled.
    private func watch(_ process: ServerProcess) async -> String {
        let log = ServerLog(server.logFile)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await awaitAnswer(adopted: true) }
            while process.isAlive, !Task.isCancelled { try? await Task.sleep(for: Self.look) }
            group.cancelAll()
        }
        if Task.isCancelled { await stop(process) }
        return "the server that was taken over ended" + (log.lastWords.map { ": \($0)" } ?? "")
    }

    private func awaitAnswer(adopted: Bool) async {
        let connection = MariaConnection(endpoint: server.administrator)
        while !Task.isCancelled {
            do {
                try await connection.perform { try $0.ping() }
                break
            } catch let error as MariaError where error.isAccessDenied {
                // It answers; who may log in is another matter, and the node's own connections will say so.
                break
            } catch {
                try? await Task.sleep(for: Self.look)
            }
        }
        await connection.close()
        if !Task.isCancelled { report(.running(adopted: adopted)) }
    }

    /// The task may be cancelled by now, and the waiting must not be cut short by that.
    private func stop(_ process: ServerProcess) async {
        process.terminate()
        let limit = Self.now + policy.stopMax
        while process.isAlive, Self.now < limit { await Self.uncancelledPause(Self.look) }
        if process.isAlive { process.end() }
    }

    private static func uncancelledPause(_ pause: Duration) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().asyncAfter(deadline: .now() + pause.inSeconds) { continuation.resume() }
        }
    }

    private var freeBytes: UInt64 {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: server.folder)
        return (attributes?[.systemFreeSize] as? NSNumber)?.uint64Value ?? .max
    }

    private static var now: Instant { Instant(nanoseconds: DispatchTime.now().uptimeNanoseconds) }
}

extension PrivateServerEvent.HoldReason {
    /// The reason without its numbers.
    fileprivate var name: String {
        switch self {
        case .diskNearlyFull: "disk"
        case .diesTooOften: "deaths"
        }
    }
}

extension TerminationStatus {
    fileprivate var words: String {
        switch self {
        case .exited(let code): "it ended with exit code \(code)"
        case .signaled(let signal): "it was ended by signal \(signal)"
        }
    }
}
