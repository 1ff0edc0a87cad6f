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
    private let softwareVersion: String

    /// `provisioning` is nil where the settings leave it off.
    package init(console: any NodeConsolePort, provisioning: PhoneFileDesk? = nil, softwareVersion: String) {
        self.console = console
        self.provisioning = provisioning
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
        ProvisioningRoutes(desk: provisioning).add(to: version1)
        return router
    }
}
