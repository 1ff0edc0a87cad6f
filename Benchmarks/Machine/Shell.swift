import Foundation

/// Other programs, run to their end.
enum Shell {
    /// What a program prints; empty where it cannot be run.
    static func output(_ program: String, _ arguments: [String]) -> String {
        (try? run(program, arguments)) ?? ""
    }

    /// What a program prints.
    ///
    /// - Throws: `BenchFailure` where it fails.
    @discardableResult
    static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchFailure("\(program) ended with exit code \(process.terminationStatus)")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
