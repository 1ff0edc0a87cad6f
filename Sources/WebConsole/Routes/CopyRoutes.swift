import Hummingbird
import Ports
import Vocabulary

/// Compare and repair: long work that answers with a stream of progress reports.
struct CopyRoutes: Sendable {
    let console: any NodeConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.post("compare") { request, _ in
            let item = try request.uri.queryParameters["item"].map { try ItemName(reading: $0) }
            return Response.progress(try await console.compare(item), for: request)
        }
        group.post("items/{name}/repair") { request, context in
            let item = try context.itemName()
            let source = try request.uri.queryParameters["from"].map { try Mode(reading: $0) }
            return Response.progress(try await console.repair(item, from: source), for: request)
        }
    }
}

extension Mode {
    /// Reads the name of a node from outside.
    fileprivate init(reading text: Substring) throws {
        guard let mode = Mode(rawValue: String(text)) else {
            throw ConsoleFailure.invalid("from is primary or secondary, not `\(text)`")
        }
        self = mode
    }
}
