import Ports
import Subprocess
import SystemPackage
import Vocabulary

/// Runs programs on this host, each in a session of its own, with a limit on time and on captured output.
package struct CommandRunner: CommandPort {
    /// The most of a program's output that is kept, in bytes; the rest is read and thrown away.
    package static let outputMax = 64 * 1024
    /// How long a program that was asked to end may take before it is killed.
    static let endingAllowed = Duration.seconds(2)

    package init() {}

    package func run(_ command: [String], input: String, timeout: Duration) async -> CommandOutcome {
        guard let program = command.first, !program.isEmpty else {
            return CommandOutcome(ending: .notStarted("no program is named"), output: "", isTruncated: false)
        }
        let capture = OutputCapture(limit: Self.outputMax)
        let ending = await withTaskGroup(of: CommandOutcome.Ending?.self) { group in
            group.addTask { await Self.carryOut(program, Array(command.dropFirst()), input, into: capture) }
            group.addTask {
                try? await Task.sleep(for: timeout)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        return capture.outcome(ending: ending ?? .timedOut)
    }

    /// Starts the program and reads its output to the end; nil where the task was cancelled meanwhile.
    private static func carryOut(
        _ program: String, _ arguments: [String], _ input: String, into capture: OutputCapture
    ) async -> CommandOutcome.Ending? {
        do {
            // A pipe would break where the program does not read it; a file does not.
            let file = try InputFile(input)
            defer { file.close() }
            let result = try await Subprocess.run(
                executable(program), arguments: Arguments(arguments), platformOptions: options(),
                input: .fileDescriptor(file.descriptor, closeAfterSpawningProcess: false),
                output: .sequence, error: .combinedWithOutput
            ) { execution in
                for try await part in execution.standardOutput {
                    part.withUnsafeBytes { capture.add($0) }
                }
            }
            if Task.isCancelled { return nil }
            return switch result.terminationStatus {
            case .exited(let code): .exited(code)
            case .signaled(let signal): .signalled(signal)
            }
        } catch {
            return Task.isCancelled ? nil : .notStarted("\(program): \(error)")
        }
    }

    private static func executable(_ program: String) -> Executable {
        program.contains("/") ? .path(FilePath(program)) : .name(program)
    }

    /// The program and what it starts are ended together.
    private static func options() -> PlatformOptions {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: endingAllowed),
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: endingAllowed),
        ]
        return options
    }
}
