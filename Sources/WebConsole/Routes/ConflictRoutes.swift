import Hummingbird
import Ports

/// The conflict ledger: read it, and put a losing row back.
struct ConflictRoutes: Sendable {
    let console: any NodeConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("conflicts") { request, _ in
            try Response.json(await console.conflicts(openOnly: request.flag("open", absent: false)))
        }
        group.post("conflicts/{id}/restore") { _, context in
            let text = try context.parameters.require("id")
            guard let id = UInt64(text) else {
                throw ConsoleFailure.invalid("`\(text)` is not the number of a ledger entry")
            }
            try await console.restore(conflict: id)
            return try Response.json(ActionReport(action: "restored", subject: String(id)))
        }
    }
}
