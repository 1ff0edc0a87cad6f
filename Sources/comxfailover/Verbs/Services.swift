import ArgumentParser
import Ports

/// `services`: which node does what, and why.
struct Services: NodeVerb {
    static let configuration = CommandConfiguration(
        abstract: "Show where each service runs, where it should, and why.",
        discussion: """
            As this node sees it: a service of a node that is not heard counts as gone, though that node may only \
            be cut off. NOW is where the service runs, SHOULD is where its present owner is.

            Not built yet are PMS links, the SMDR interface, call accounting, dashboards and console applications: \
            their lines tell which node they belong to.

            The exit code is 0 where everything runs where it should, 1 where something does not.

            EXAMPLES
              comxfailover services
              comxfailover services --json
            """)

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let report: ServicesReport = try await client.ask(.services)
        try screen.show(report, or: ServicesTable(report: report, layout: screen.layout).text)
        return report.lines.allSatisfy { $0.now == $0.should } ? .ok : .found
    }
}
