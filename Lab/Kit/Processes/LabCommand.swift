import Subprocess
import SystemPackage

/// Runs programs to their end and gives back what they said.
package enum LabCommand {
    /// The most that is kept of an output, in bytes.
    private static let outputMax = 16 << 20

    /// How a program ended.
    package struct Ending: Sendable, Hashable {
        /// The exit code, or 128 and the signal's number.
        package let code: Int32
        package let output: String
        package let error: String
    }

    /// Runs a command line; its first word is a path, or a name that is looked for.
    package static func run(_ words: [String], input: String = "") async throws(LabFailure) -> Ending {
        guard let name = words.first else { return Ending(code: 0, output: "", error: "") }
        do {
            let result = try await Subprocess.run(
                name.contains("/") ? .path(FilePath(name)) : .name(name),
                arguments: Arguments(Array(words.dropFirst())), input: .string(input),
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
    package static func demand(_ words: [String], input: String = "") async throws(LabFailure) -> String {
        let ending = try await run(words, input: input)
        guard ending.code == 0 else {
            throw .program(words.joined(separator: " "), said: ending.error + ending.output.suffix(400))
        }
        return ending.output
    }
}
