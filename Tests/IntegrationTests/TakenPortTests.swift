import IntegrationKit
import Ports
import TestSupport
import Testing
import Vocabulary

extension LiveTests {
    /// Ports that another program has when the daemon starts.
    @Suite(.serialized) struct TakenPortTests {
        @Test func `a node whose ports for phones and monitoring are taken goes on, and opens them when they are free`()
            async throws
        {
            try await LivePair.prepared({ $0.isProvisioning = true }) { pair in
                let host = pair.primary.place.host
                let taken = try [LivePlace.metricsPort, LivePlace.provisioningPort].map {
                    try TakenPort(host: host, port: $0)
                }
                for node in pair.nodes { try node.start() }
                let report = try await pair.primary.awaitStatus("both ports warned of") { report in
                    taken.allSatisfy { port in report.warnings.contains { $0.contains("sport = :\(port.port)") } }
                }
                #expect(report.warnings.contains { $0.hasPrefix("phones and gateways get no files: cannot listen on") })
                try await pair.awaitCurrent()
                try await pair.primary.sql(Hotel.room("101"))
                try await pair.secondary.awaitValue("SELECT COUNT(*) FROM comxfailover.room", "1")
                let outcome = try await pair.primary.verb("status")
                #expect(outcome.status == 1)
                #expect(outcome.output.contains("warning") && outcome.output.contains("ss -ltnp"))
                for port in taken { port.free() }
                try await pair.primary.awaitStatus("no port warned of", within: .seconds(60)) { report in
                    !report.warnings.contains { $0.contains("cannot listen") }
                }
            }
        }
    }
}
