import ArgumentParser
import Ports

/// `coverage`: what is not protected.
struct Coverage: NodeVerb {
    static let configuration = CommandConfiguration(
        abstract: "Show what the copy does not protect, and what helps.",
        discussion: """
            Tables without an item, items switched off, tables without a key or a trigger, tables changed behind the \
            triggers' back. The exit code is 0 where there is no gap, otherwise 1.

            EXAMPLES
              comxfailover coverage
              comxfailover coverage --json | jq -r '.gaps[].subject'
            """)

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let report: CoverageReport = try await client.ask(.coverage)
        try screen.show(report, or: CoverageTable(report: report, layout: screen.layout).text)
        return report.gaps.isEmpty ? .ok : .found
    }
}
