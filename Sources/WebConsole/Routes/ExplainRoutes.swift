import Hummingbird
import Ports

/// `GET explain`: the latest decisions with their evidence, newest first.
struct ExplainRoutes: Sendable {
    let console: any NodeConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("explain") { request, _ in
            try Response.json(await console.explain(limit: Self.limit(of: request)))
        }
    }

    private static func limit(of request: Request) throws -> Int {
        guard let text = request.uri.queryParameters["limit"] else { return APILimits.explainDefault }
        guard let limit = Int(text), (1...APILimits.explainMax).contains(limit) else {
            throw ConsoleFailure.invalid("limit is a number from 1 to \(APILimits.explainMax), not `\(text)`")
        }
        return limit
    }
}
