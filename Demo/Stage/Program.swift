import Foundation
import Subprocess
import SystemPackage

/// Runs programs to their end and gives back what they said.
enum Program {
    /// The most that is kept of an output, in bytes.
    private static let outputMax = 16 << 20

    /// How a program ended.
    struct Ending: Sendable, Hashable {
        /// The exit code, or 128 and the signal's number.
        let code: Int32
        let output: String
        let error: String
    }

    /// Runs a command line; its first word is a path, or a name that is looked for.
    static func run(_ words: [String]) async throws(DemoFailure) -> Ending {
        guard let name = words.first else { return Ending(code: 0, output: "", error: "") }
        do {
            let result = try await Subprocess.run(
                name.contains("/") ? .path(FilePath(name)) : .name(name),
                arguments: Arguments(Array(words.dropFirst())),
                output: .string(limit: outputMax), error: .string(limit: outputMax))
            let code: Int32 =
                switch result.terminationStatus {
                case .exited(let code): code
                case .signaled(let signal): 128 + signal
                }
            return Ending(code: code, output: result.standardOutput, error: result.standardError)
        } catch {
            throw .program(words.joined(separator: " "), said: "\(error)")
        }
    }

    /// Runs a command line that must succeed.
    @discardableResult
    static func demand(_ words: [String]) async throws(DemoFailure) -> String {
        let ending = try await run(words)
        guard ending.code == 0 else {
            let said = ending.error.trimmingCharacters(in: .whitespacesAndNewlines)
            throw .program(words.joined(separator: " "), said: said)
        }
        return ending.output
    }
}
