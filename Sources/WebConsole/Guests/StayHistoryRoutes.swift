import Hummingbird
import Ports
import Vocabulary

/// `GET stays/history`: who changed what in rooms and stays, newest first.
struct StayHistoryRoutes: Sendable {
    let console: any GuestConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("stays/history") { request, _ in
            let query = try Self.query(of: request)
            return try Response.json(
                try await StayRoutes.answer { () throws(GuestFailure) in try await console.history(query) })
        }
    }

    private static func query(of request: Request) throws -> StayHistoryQuery {
        var query = StayHistoryQuery()
        query.room = try request.uri.queryParameters["room"].map { try StayRoutes.room(String($0)) }
        if let text = request.uri.queryParameters["limit"] {
            guard let limit = Int(text), (1...StayHistoryQuery.limitMax).contains(limit) else {
                throw ConsoleFailure.invalid("limit is a number from 1 to \(StayHistoryQuery.limitMax), not `\(text)`")
            }
            query.limit = limit
        }
        return query
    }
}
