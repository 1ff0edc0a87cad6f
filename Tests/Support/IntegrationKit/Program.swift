import Foundation
import Subprocess
import SystemPackage

/// The program under test.
package struct Program: Sendable {
    /// The most a verb may write.
    private static let outputMax = 16 << 20

    package let path: String

    /// Finds the program: named by `COMXFAILOVER_BINARY`, or beside the tests in the build folder.
    package init() throws {
        var places: [String] = []
        if let named = ProcessInfo.processInfo.environment["COMXFAILOVER_BINARY"] { places.append(named) }
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        for start in [tests, CommandLine.arguments.first ?? ""]
            + CommandLine.arguments.filter({ $0.hasSuffix(".xctest") })
        {
            places.append(URL(fileURLWithPath: start).deletingLastPathComponent().path + "/comxfailover")
        }
        guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw LiveFailure.noBinary(looked: places)
        }
        path = found
    }

    /// Runs a verb to its end.
    package func run(_ words: [String]) async throws -> VerbOutcome {
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(words), output: .string(limit: Self.outputMax),
            error: .string(limit: Self.outputMax))
        let status: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let signal): -signal
            }
        return VerbOutcome(status: status, output: result.standardOutput, complaints: result.standardError)
    }
}
