import Hummingbird
import Ports

/// `POST triggers/remove`: takes every trigger of this program off the database.
struct TriggerRoutes: Sendable {
    let console: any NodeConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.post("triggers/remove") { _, _ in
            let count = try await console.removeTriggers()
            return try Response.json(ActionReport(action: "triggers-removed", subject: nil, count: count))
        }
    }
}
