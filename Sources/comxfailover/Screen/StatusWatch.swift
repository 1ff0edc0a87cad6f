import Ports
import Vocabulary

/// Shows the status again and again, until it is cancelled or the process ends.
///
/// A daemon that stops meanwhile is reported and awaited. On a terminal each sheet covers the one before;
/// elsewhere they follow one another, with `--json` as one line each.
struct StatusWatch {
    let pause: Duration
    let options: GlobalOptions

    func run(with client: NodeClient, on screen: Screen) async throws {
        var failed = false
        if screen.isTerminal, !screen.wantsJSON { screen.clear() }
        while true {
            do {
                try show(try await client.ask(.status), on: screen)
                failed = false
            } catch let failure as ClientFailure {
                if !failed || screen.isTerminal { show(failure, on: screen) }
                failed = true
            }
            try await Task.sleep(for: pause)
        }
    }

    private func show(_ report: NodeReport, on screen: Screen) throws {
        guard !screen.wantsJSON else { return screen.show(try JSONText.line(report)) }
        let lines = StatusTable(report: report, now: report.at, layout: screen.layout).lines
        if screen.isTerminal {
            screen.redrawSheet(lines)
        } else {
            screen.show(lines.joined(separator: "\n") + "\n")
        }
    }

    private func show(_ failure: ClientFailure, on screen: Screen) {
        let words = failure.words(configuration: options.config)
        if screen.isTerminal, !screen.wantsJSON {
            screen.redrawSheet([words])
        } else {
            Screen.complain(words)
        }
    }
}
