import Foundation
import Synchronization
import Vocabulary

/// Where the show is written: colours and moving lines on a terminal, plain lines elsewhere.
final class Paper: Sendable {
    /// Elsewhere than on a terminal, progress is written no more often than this.
    private static let quiet = Duration.seconds(5)

    let isTerminal: Bool
    let width: Int
    private let isColoured: Bool
    private let state = Mutex(State())

    private struct State {
        var isInProgress = false
        var writtenAt: ContinuousClock.Instant?
    }

    init(isTerminal: Bool, isColoured: Bool, width: Int) {
        self.isTerminal = isTerminal
        self.isColoured = isColoured
        self.width = width
    }

    /// The standard output.
    static func standard() -> Paper {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let environment = ProcessInfo.processInfo.environment
        let isMuted = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        var size = winsize()
        let isMeasured = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return Paper(
            isTerminal: isTerminal, isColoured: isTerminal && !isMuted && environment["TERM"] != "dumb",
            width: isMeasured ? max(60, Int(size.ws_col)) : 120)
    }

    func line(_ text: String = "") {
        endProgress()
        put(text + "\n")
    }

    func act(_ number: Int, _ title: String) { line("\n" + paint("\(number). \(title)", "1")) }

    func faint(_ text: String) { line(paint(text, "2")) }

    func trouble(_ text: String) { line(paint(text, "31")) }

    func claim(_ claim: Claim) {
        let mark =
            switch claim.verdict {
            case .holds: good("pass")
            case .fails: bad("FAIL")
            case .leftOut: paint("left out", "33")
            }
        line("   \(mark)  \(claim.words): \(claim.measured) (\(claim.limit))")
        if case .leftOut(let reason) = claim.verdict { faint("         \(reason)") }
    }

    func good(_ text: String) -> String { paint(text, "32") }
    func bad(_ text: String) -> String { paint(text, "1;31") }
    func caution(_ text: String) -> String { paint(text, "33") }
    func strong(_ text: String) -> String { paint(text, "1") }

    /// A line that is drawn over and over until something else is written.
    func progress(_ text: String) {
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            let isDue = isTerminal || state.writtenAt.map { now - $0 >= Self.quiet } ?? true
            state.isInProgress = isTerminal
            if isDue { state.writtenAt = now }
            return isDue
        }
        guard isDue else { return }
        put(isTerminal ? "\r\(text.prefix(width - 1))\u{1b}[K" : text + "\n")
    }

    func endProgress() {
        let wasInProgress = state.withLock { state in
            defer { state = State() }
            return state.isInProgress
        }
        if wasInProgress { put("\n") }
    }

    private func paint(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
    }

    private func put(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
