import Foundation

/// What is at the other end of the standard output.
struct Terminal: Sendable, Hashable {
    /// A terminal narrower than this is treated as this wide.
    static let widthMin = 40

    let isTerminal: Bool
    /// Columns; nil where nothing limits a line.
    let width: Int?
    /// Lines; nil where nothing limits a sheet.
    let height: Int?
    /// The environment allows colours.
    let allowsColour: Bool

    /// Reads it from the facts: whether the output is a terminal, its columns and lines, and the environment.
    init(isTerminal: Bool, columns: Int?, lines: Int? = nil, environment: [String: String]) {
        self.isTerminal = isTerminal
        let stated = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        let known = stated ?? (isTerminal ? columns : nil)
        width = known.map { max(Self.widthMin, $0) }
        height = isTerminal ? lines : nil
        let muted = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        allowsColour = isTerminal && !muted && environment["TERM"] != "dumb"
    }

    /// The terminal this process writes to.
    static func current() -> Terminal {
        let size = measured()
        return Terminal(
            isTerminal: isatty(STDOUT_FILENO) == 1, columns: size?.columns, lines: size?.lines,
            environment: ProcessInfo.processInfo.environment)
    }

    private static func measured() -> (columns: Int, lines: Int)? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}
