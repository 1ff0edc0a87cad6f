import Ports
import WebConsole

extension NodeVerb {
    /// Sends a call that changes something, and says what was done.
    func act(
        _ call: APICall, with client: NodeClient, on screen: Screen, words: (ActionReport) -> String
    ) async throws -> ExitStatus {
        let report: ActionReport = try await client.ask(call)
        try screen.show(report, or: words(report))
        return .ok
    }

    /// Follows long work to its end, with progress, and shows what it came to.
    func follow(_ call: APICall, with client: NodeClient, on screen: Screen) async throws -> ProgressSummary {
        var printer = ProgressPrinter(layout: screen.layout, isTerminal: screen.isTerminal)
        var summary = ProgressSummary()
        try await client.follow(call, for: ProgressReport.self) { report in
            summary.heard(report)
            guard !screen.wantsJSON else { return screen.show(try JSONText.line(report)) }
            switch printer.heard(report, at: screen.now) {
            case .redraw(let line): screen.redraw(line)
            case .line(let line): screen.show(line)
            case .nothing: break
            }
        }
        if !screen.wantsJSON {
            if screen.isTerminal { screen.redraw("") }
            screen.show(summary.text(on: screen.layout))
        }
        return summary
    }
}
