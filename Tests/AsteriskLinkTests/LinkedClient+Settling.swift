import Ports
import Vocabulary
import Wire

extension LinkedClient {
    /// How an endpoint's contact answers, once a probe has ended.
    func settled(_ endpoint: String) async throws -> ContactStatus? {
        let clock = ContinuousClock()
        let end = clock.now + Self.patience
        while clock.now < end {
            let status = try await client.contacts(of: endpoint)?.first?.status
            if status == .reachable || status == .unreachable { return status }
            try await clock.sleep(for: .milliseconds(50))
        }
        return nil
    }
}
