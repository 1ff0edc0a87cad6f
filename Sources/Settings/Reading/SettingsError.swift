/// A settings file that cannot be used, with everything that is wrong with it.
package struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    package let file: String
    /// At least one, in the order of their lines.
    package let problems: [SettingsProblem]

    /// The most problems that are told at once.
    package static let problemsMax = 20

    init(file: String, problems: [SettingsProblem]) {
        precondition(!problems.isEmpty, "a settings error without a problem")
        self.file = file
        self.problems = problems.sorted { ($0.line ?? .max) < ($1.line ?? .max) }
    }

    /// One line for each problem, each with the file's name.
    package var lines: [String] {
        let told = problems.prefix(Self.problemsMax).map { "\(file): \($0)" }
        let rest = problems.count - told.count
        return rest > 0 ? told + ["\(file): and \(rest) more"] : told
    }

    package var description: String { lines.joined(separator: "\n") }
}
