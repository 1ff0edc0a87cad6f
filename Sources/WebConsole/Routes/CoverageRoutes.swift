import Hummingbird
import Ports

/// `GET coverage`: what is not protected by the copy.
struct CoverageRoutes: Sendable {
    let console: any NodeConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("coverage") { _, _ in try Response.json(await console.coverage()) }
    }
}
