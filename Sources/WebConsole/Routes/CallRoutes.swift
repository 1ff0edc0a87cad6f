import Hummingbird
import Ports
import Vocabulary

/// `GET calls`: the call records of both nodes, newest first; `GET calls/refused`: this node's lines that were none.
struct CallRoutes: Sendable {
    let console: any CallsConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("calls") { request, _ in
            try Response.json(await console.calls(Self.query(of: request)))
        }
        group.get("calls/refused") { request, _ in
            try Response.json(await console.refusedLines(limit: Self.limit(of: request)))
        }
    }

    private static func query(of request: Request) throws -> CallQuery {
        let parameters = request.uri.queryParameters
        return CallQuery(
            number: parameters["extension"].map(String.init), room: parameters["room"].map(String.init),
            since: try number("since", of: request, in: 0...Int64.max).map { WallTime(microseconds: $0) },
            interruptedOnly: try request.flag("interrupted", absent: false),
            limit: try limit(of: request))
    }

    private static func limit(of request: Request) throws -> Int {
        Int(try number("limit", of: request, in: 1...Int64(CallQuery.limitMax)) ?? 50)
    }

    private static func number(
        _ name: String, of request: Request, in range: ClosedRange<Int64>
    ) throws -> Int64? {
        guard let text = request.uri.queryParameters[Substring(name)] else { return nil }
        guard let number = Int64(text), range.contains(number) else {
            throw ConsoleFailure.invalid(
                "\(name) is a number from \(range.lowerBound) to \(range.upperBound), not `\(text)`")
        }
        return number
    }
}
