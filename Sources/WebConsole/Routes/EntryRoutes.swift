import Foundation
import HotelLogic
import Hummingbird
import Ports

/// The entries of one kind of the telephony configuration: list, add, edit, remove, import.
///
/// Where a path names an entry it may name several, commas between them, and for extensions and rooms a range:
/// `extensions/1001-1300`. Whatever is asked for is done whole or not at all.
struct EntryRoutes<Entry: TelephonyEntry>: Sendable {
    let console: any TelephonyConsolePort
    /// The entries of the kind in a configuration.
    let entries: @Sendable (TelephonyConfiguration) -> [Entry]

    func add(to group: RouterGroup<APIContext>) {
        let kind = Entry.kind
        group.get("\(kind.rawValue)") { request, _ in
            let reveals = try request.flag("reveal", absent: false)
            let all = entries(try await console.telephony())
            return try Response.json(reveals ? all : all.map(\.hidingSecrets))
        }
        group.post("\(kind.rawValue)") { request, _ in
            let body = try await request.value(EntryChange.self)
            let receipt = try await change(.add, keys: body.keys ?? [], fields: body.fields)
            return try Response.json(receipt, status: .created)
        }
        group.patch("\(kind.rawValue)/{key}") { request, context in
            let body = try await request.value(EntryChange.self)
            return try Response.json(try await change(.edit, keys: context.entryKeys(), fields: body.fields))
        }
        group.delete("\(kind.rawValue)/{key}") { _, context in
            try Response.json(try await change(.remove, keys: context.entryKeys(), fields: [:]))
        }
        group.post("\(kind.rawValue)/import") { request, _ in
            let body = try await request.value(EntryImport.self, upTo: APILimits.importSizeMax)
            let edit = try Self.edit { () throws(TelephonyRefusal) in
                try TelephonyEdit(importing: body.text, kind, updating: body.update ?? false)
            }
            return try Response.json(try await console.change(edit), status: .created)
        }
    }

    private func change(
        _ action: TelephonyEdit.Action, keys: [String], fields: [String: String]
    ) async throws -> TelephonyReceipt {
        guard !keys.isEmpty else { throw ConsoleFailure.invalid("name at least one \(Entry.kind.noun)") }
        let edit = try Self.edit { () throws(TelephonyRefusal) in
            try TelephonyEdit(action, Entry.kind, keys: keys, fields: fields)
        }
        return try await console.change(edit)
    }

    private static func edit(_ make: () throws(TelephonyRefusal) -> TelephonyEdit) throws -> TelephonyEdit {
        do throws(TelephonyRefusal) {
            return try make()
        } catch {
            throw ConsoleFailure(error)
        }
    }
}

extension APIContext {
    /// The entries named in the path; what is no letter, digit or hyphen is spelled out there.
    fileprivate func entryKeys() throws -> [String] {
        try parameters.require("key").split(separator: ",").map { String($0).removingPercentEncoding ?? String($0) }
    }
}
