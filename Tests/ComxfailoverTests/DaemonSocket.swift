import Ports
import TestSupport
import WebConsole

/// The API of a node in memory, on a Unix socket in a folder of its own.
enum DaemonSocket {
    /// Serves `console` while `body` runs with the socket's path.
    static func serving<Value: Sendable>(
        _ console: any NodeConsolePort, provisioning: PhoneFileDesk? = nil,
        telephony: (any TelephonyConsolePort)? = nil, asterisk: (any AsteriskConsolePort)? = nil,
        calls: (any CallsConsolePort)? = nil, failover: (any FailoverConsolePort)? = nil,
        guests: (any GuestConsolePort)? = nil, events: (any EventsConsolePort)? = nil,
        _ body: @Sendable (String) async throws -> Value
    ) async throws -> Value {
        let folder = try TemporaryFolder()
        let socketPath = folder.path + "/api.sock"
        return try await RunningService.run { whenRunning in
            APIService(
                console: console, provisioning: provisioning, telephony: telephony, asterisk: asterisk, calls: calls,
                failover: failover, guests: guests, events: events, socketPath: socketPath, softwareVersion: "1.0.0",
                logger: RunningService.quietLogger, whenRunning: { await whenRunning(true) })
        } body: { (_: Bool) in
            try await body(socketPath)
        }
    }
}
