import Hummingbird
import Ports
import Vocabulary

/// `GET events`: what happened on this node, the newest first.
struct EventRoutes: Sendable {
    let console: any EventsConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("events") { request, _ in try Response.json(await console.events(Self.query(of: request))) }
    }

    private static func query(of request: Request) throws -> EventQuery {
        let parameters = request.uri.queryParameters
        var query = EventQuery()
        if let text = parameters["since"] {
            guard let since = Int64(text), since >= 0 else {
                throw ConsoleFailure.invalid("since is a number of microseconds since 1970, not `\(text)`")
            }
            query.since = WallTime(microseconds: since)
        }
        if let text = parameters["severity"] {
            guard let severity = Severity(rawValue: String(text)) else {
                let words = Severity.allCases.map(\.rawValue).joined(separator: ", ")
                throw ConsoleFailure.invalid("severity is one of \(words), not `\(text)`")
            }
            query.minimum = severity
        }
        if let text = parameters["limit"] {
            guard let limit = Int(text), (1...EventQuery.limitMax).contains(limit) else {
                throw ConsoleFailure.invalid("limit is a number from 1 to \(EventQuery.limitMax), not `\(text)`")
            }
            query.limit = limit
        }
        return query
    }
}
