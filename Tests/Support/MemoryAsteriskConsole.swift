import Ports
import Synchronization

/// What a node shows of its Asterisk, as a test says; a rendering keeps its passwords only where they are asked for.
package final class MemoryAsteriskConsole: AsteriskConsolePort {
    private let state: Mutex<(revealed: RenderingReport, hidden: RenderingReport, status: AsteriskReport)>

    package init(revealed: RenderingReport, hidden: RenderingReport, status: AsteriskReport) {
        state = Mutex((revealed, hidden, status))
    }

    package func set(_ report: RenderingReport) { state.withLock { ($0.revealed, $0.hidden) = (report, report) } }
    package func set(_ report: AsteriskReport) { state.withLock { $0.status = report } }

    package func rendering(reveals: Bool) async throws(ConsoleFailure) -> RenderingReport {
        state.withLock { reveals ? $0.revealed : $0.hidden }
    }

    package func asteriskStatus() async throws(ConsoleFailure) -> AsteriskReport { state.withLock { $0.status } }
}
