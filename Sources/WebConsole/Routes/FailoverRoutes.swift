import Hummingbird
import Ports
import Vocabulary

/// `services` and `failover`: where each service runs, and what changes it.
struct FailoverRoutes: Sendable {
    let console: any FailoverConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("services") { _, _ in try Response.json(await console.services()) }
        group.get("failover/takeover") { request, _ in
            try Response.json(await console.takeoverPreview(request.scopes()))
        }
        group.post("failover/takeover") { request, _ in
            let isForced = try request.flag("force", absent: false)
            return Response.progress(
                try await console.takeOver(request.scopes(), isForced: isForced), for: request)
        }
        group.get("failover/giveback") { request, _ in
            try Response.json(await console.givebackPreview(request.scopes()))
        }
        group.post("failover/giveback") { request, _ in
            Response.progress(try await console.giveBack(request.scopes()), for: request)
        }
        group.post("failover/giveback/stop") { request, _ in
            Response.progress(try await console.stopGiveback(request.scopes()), for: request)
        }
    }
}

extension Request {
    /// The scopes that are named, each by a parameter of its own; none means what the verb says.
    fileprivate func scopes() throws -> Set<Scope> {
        Set(
            try uri.queryParameters.getAll("scope").map { text in
                guard let scope = Scope(rawValue: String(text)) else {
                    throw ConsoleFailure.invalid("scope is configuration or guest, not `\(text)`")
                }
                return scope
            })
    }
}
