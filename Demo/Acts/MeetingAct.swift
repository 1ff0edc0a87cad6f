import LabKit
import Ports
import Vocabulary

/// Both nodes start from nothing and find each other.
struct MeetingAct: Act {
    /// Two database servers are installed meanwhile.
    private static let meetingMax = Duration.seconds(180)

    let title = "Two nodes start, each with a MariaDB of its own, and find each other"

    func perform(on stage: Stage, paper: Paper) async throws {
        describeNetwork(stage, paper)
        let watch = stage.watch
        for node in stage.nodes {
            let mode = node.mode
            guard let daemon = node.daemon else {
                throw DemoFailure.unexpected("the \(mode)'s daemon does not run; its log says why")
            }
            try await Patience.until(
                "the \(mode) sees its peer online", within: Self.meetingMax, every: .milliseconds(200)
            ) {
                guard daemon.isAlive else {
                    throw DemoFailure.unexpected("the \(mode)'s daemon has ended; its log says why")
                }
                let report = await node.status()
                paper.progress("   \(mode): \(Self.words(report)), \(watch.elapsed.readable)")
                return report?.peer?.state == "online" && isReady(report) ? () : nil
            }
        }
        prove(
            Claim("Both nodes start from nothing and see each other", took: watch.elapsed, within: Self.meetingMax),
            stage, paper
        )
    }

    private static func words(_ report: NodeReport?) -> String {
        guard let report else { return "no answer yet" }
        let current = report.items.count { $0.state == "current" }
        let database = report.database == "running" ? "running" : "starting"
        return "database \(database), peer \(report.peer?.state ?? "unknown"), \(current) items current"
    }

    private func isReady(_ report: NodeReport?) -> Bool {
        let enabled = (report?.items ?? []).filter(\.enabled)
        return !enabled.isEmpty && enabled.allSatisfy { $0.state == "current" }
    }

    private func describeNetwork(_ stage: Stage, _ paper: Paper) {
        let addresses = stage.nodes.map { "\($0.mode) \(stage.network.address($0.mode))" }.joined(separator: ", ")
        switch stage.reduced {
        case nil: paper.faint("   \(addresses): a cloud and a hotel in network namespaces, and a tunnel between them")
        case let reason?: paper.faint("   \(addresses), on loopback: \(reason)")
        }
    }
}
