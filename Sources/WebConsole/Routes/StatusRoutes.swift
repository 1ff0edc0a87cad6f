import Hummingbird
import Ports

/// `GET status`: the whole node at this moment.
struct StatusRoutes: Sendable {
    let console: any NodeConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("status") { _, _ in try Response.json(await console.status()) }
    }
}
