import Ports
import Vocabulary

/// A node in memory that tells who does what, and changes it as it was told it would.
package struct MemoryFailoverConsole: FailoverConsolePort {
    package var report: ServicesReport
    /// What every change would do.
    package var previews: [ReignPreviewReport] = []
    /// What every change comes to.
    package var steps: [ReignStepReport] = []

    package init(
        report: ServicesReport, previews: [ReignPreviewReport] = [], steps: [ReignStepReport] = []
    ) {
        self.report = report
        self.previews = previews
        self.steps = steps
    }

    package func services() async -> ServicesReport { report }

    package func takeoverPreview(_ scopes: Set<Scope>) async -> [ReignPreviewReport] { chosen(scopes) }

    package func givebackPreview(_ scopes: Set<Scope>) async -> [ReignPreviewReport] { chosen(scopes) }

    package func takeOver(
        _ scopes: Set<Scope>, isForced: Bool
    ) async throws(ConsoleFailure) -> AsyncStream<ReignStepReport> {
        if !isForced, let refusal = chosen(scopes).compactMap(\.refusal).first { throw .refused(refusal) }
        return told(scopes)
    }

    package func giveBack(_ scopes: Set<Scope>) async throws(ConsoleFailure) -> AsyncStream<ReignStepReport> {
        told(scopes)
    }

    package func stopGiveback(_ scopes: Set<Scope>) async throws(ConsoleFailure) -> AsyncStream<ReignStepReport> {
        guard steps.contains(where: { $0.phase == .goes }) else { throw .refused("no giveback is under way here") }
        return told(scopes)
    }

    private func chosen(_ scopes: Set<Scope>) -> [ReignPreviewReport] {
        previews.filter { scopes.isEmpty || scopes.contains($0.scope) }
    }

    private func told(_ scopes: Set<Scope>) -> AsyncStream<ReignStepReport> {
        AsyncStream { continuation in
            for step in steps where scopes.isEmpty || scopes.contains(step.scope) { continuation.yield(step) }
            continuation.finish()
        }
    }
}
