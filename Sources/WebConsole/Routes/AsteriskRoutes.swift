import Hummingbird
import Ports

/// Asterisk for people: what it is given, and how it is.
struct AsteriskRoutes: Sendable {
    /// Nil where the node's settings name no Asterisk.
    let console: (any AsteriskConsolePort)?

    func add(to group: RouterGroup<APIContext>) {
        group.get("asterisk/rendering") { request, _ in
            let reveals = try request.flag("reveal", absent: false)
            return try Response.json(await open().rendering(reveals: reveals))
        }
        group.get("asterisk/status") { _, _ in try Response.json(await open().asteriskStatus()) }
    }

    private func open() throws(ConsoleFailure) -> any AsteriskConsolePort {
        guard let console else {
            throw .refused("this node's settings name no Asterisk; set asterisk.config_folder and restart")
        }
        return console
    }
}
