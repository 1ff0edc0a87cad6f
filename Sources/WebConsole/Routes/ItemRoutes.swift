import Hummingbird
import Ports
import Vocabulary

/// The items: list, add, remove, switch on and off, let try again.
struct ItemRoutes: Sendable {
    let console: any NodeConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("items") { _, _ in try Response.json(await console.status().items) }
        group.post("items") { request, _ in try await add(request) }
        group.post("items/{name}/enable") { _, context in
            let name = try context.itemName()
            try await console.enableItem(name)
            return try Response.json(ActionReport(action: "enabled", subject: name.description))
        }
        group.post("items/{name}/disable") { _, context in
            let name = try context.itemName()
            try await console.disableItem(name)
            return try Response.json(ActionReport(action: "disabled", subject: name.description))
        }
        group.post("items/{name}/retry") { _, context in
            let name = try context.itemName()
            try await console.retry(name)
            return try Response.json(ActionReport(action: "retried", subject: name.description))
        }
        group.delete("items/{name}") { _, context in
            let name = try context.itemName()
            try await console.removeItem(name)
            return try Response.json(ActionReport(action: "removed", subject: name.description))
        }
    }

    private func add(_ request: Request) async throws -> Response {
        let item = try await request.value(NewItem.self)
        guard !item.tables.isEmpty else {
            throw ConsoleFailure.invalid("the item `\(item.name)` names no table; name at least one")
        }
        if let odd = item.tables.first(where: { TableName($0.table.description) != $0.table })?.table {
            throw ConsoleFailure.invalid(
                "`\(odd)` is not a table name; one is schema.table, both of 1 to 64 characters")
        }
        try await console.addItem(item)
        return try Response.json(ActionReport(action: "added", subject: item.name.description), status: .created)
    }
}
