import HostSystem
import Ports
import Wire

/// Asks again while the link is being made, as a daemon does every second, only more often.
enum Persistence {
    static let triesMax = 200

    static func reply(to request: ControlRequest, from port: any ControlPort) async throws -> ControlReply {
        var last = ControlFailure.cancelled
        for _ in 0..<triesMax {
            do throws(ControlFailure) {
                return try await port.request(request, timeout: .seconds(5))
            } catch {
                last = error
            }
            try await SystemClock().sleep(for: .milliseconds(20))
        }
        throw last
    }
}
