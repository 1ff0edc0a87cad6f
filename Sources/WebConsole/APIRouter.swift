import Hummingbird
import Ports

/// The JSON API of a node, `/api/v1`: the same for the command line and for the pages of the web console.
///
/// Every answer is JSON, errors too, and carries the program's version in a header.
package struct APIRouter: Sendable {
    /// The path that every route begins with.
    package static let root = "/api/v1"

    private let console: any NodeConsolePort
    private let provisioning: PhoneFileDesk?
    private let telephony: (any TelephonyConsolePort)?
    private let asterisk: (any AsteriskConsolePort)?
    private let calls: (any CallsConsolePort)?
    private let failover: (any FailoverConsolePort)?
    private let guests: (any GuestConsolePort)?
    private let events: (any EventsConsolePort)?
    private let softwareVersion: String

    /// - Parameters:
    ///   - provisioning: nil where the settings leave it off.
    ///   - telephony: nil leaves the routes of the telephony configuration out.
    ///   - asterisk: nil where the settings name none.
    ///   - calls: nil leaves the call records out.
    ///   - failover: nil leaves out who does what.
    ///   - guests: nil leaves out stays and wake-ups.
    ///   - events: nil leaves out what happened.
    package init(
        console: any NodeConsolePort, provisioning: PhoneFileDesk? = nil,
        telephony: (any TelephonyConsolePort)? = nil, asterisk: (any AsteriskConsolePort)? = nil,
        calls: (any CallsConsolePort)? = nil, failover: (any FailoverConsolePort)? = nil,
        guests: (any GuestConsolePort)? = nil, events: (any EventsConsolePort)? = nil, softwareVersion: String
    ) {
        self.console = console
        self.provisioning = provisioning
        self.telephony = telephony
        self.asterisk = asterisk
        self.calls = calls
        self.failover = failover
        self.guests = guests
        self.events = events
        self.softwareVersion = softwareVersion
    }

    /// The router with all routes, ready to be served or tested.
    package func router() -> Router<APIContext> {
        let router = Router(context: APIContext.self)
        router.add(middleware: VersionHeader(softwareVersion: softwareVersion))
        router.add(middleware: ErrorAnswers())
        let version1 = router.group(RouterPath(Self.root))
        StatusRoutes(console: console).add(to: version1)
        ItemRoutes(console: console).add(to: version1)
        CopyRoutes(console: console).add(to: version1)
        ConflictRoutes(console: console).add(to: version1)
        CoverageRoutes(console: console).add(to: version1)
        ExplainRoutes(console: console).add(to: version1)
        TriggerRoutes(console: console).add(to: version1)
        ClockRoutes(console: console).add(to: version1)
        ProvisioningRoutes(desk: provisioning).add(to: version1)
        AsteriskRoutes(console: asterisk).add(to: version1)
        if let failover { FailoverRoutes(console: failover).add(to: version1) }
        if let events { EventRoutes(console: events).add(to: version1) }
        if let calls { CallRoutes(console: calls).add(to: version1) }
        if let guests {
            StayRoutes(console: guests).add(to: version1)
            StayHistoryRoutes(console: guests).add(to: version1)
            RoomRoutes(console: guests).add(to: version1)
            WakeUpRoutes(console: guests).add(to: version1)
        }
        if let telephony { TelephonyRoutes(console: telephony).add(to: version1) }
        return router
    }
}
