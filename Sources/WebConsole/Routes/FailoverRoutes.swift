import Hummingbird
import Ports

/// `GET services`: where each service runs, where it should, and why.
struct FailoverRoutes: Sendable {
    let console: any FailoverConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("services") { _, _ in try Response.json(await console.services()) }
    }
}
