import HotelLogic
import Hummingbird
import Ports

/// The settings of which there is one entry: show and edit.
struct SingleEntryRoutes<Entry: TelephonyEntry>: Sendable {
    let console: any TelephonyConsolePort
    let entry: @Sendable (TelephonyConfiguration) -> Entry

    func add(to group: RouterGroup<APIContext>) {
        let kind = Entry.kind
        group.get("\(kind.rawValue)") { request, _ in
            let reveals = try request.flag("reveal", absent: false)
            let entry = entry(try await console.telephony())
            return try Response.json(reveals ? entry : entry.hidingSecrets)
        }
        group.patch("\(kind.rawValue)") { request, _ in
            let body = try await request.value(EntryChange.self)
            let key = entry(try await console.telephony()).key
            let edit = TelephonyEdit(.edit, kind, [.init(key: key, fields: body.fields)])
            return try Response.json(try await console.change(edit))
        }
    }
}
