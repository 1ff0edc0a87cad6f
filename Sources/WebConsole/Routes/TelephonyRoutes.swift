import HotelLogic
import Hummingbird
import Ports

/// The telephony configuration, a path for each kind of entry.
struct TelephonyRoutes: Sendable {
    let console: any TelephonyConsolePort

    func add(to group: RouterGroup<APIContext>) {
        EntryRoutes(console: console) { $0.extensions }.add(to: group)
        EntryRoutes(console: console) { $0.rooms }.add(to: group)
        EntryRoutes(console: console) { $0.gateways }.add(to: group)
        EntryRoutes(console: console) { $0.ringGroups }.add(to: group)
        EntryRoutes(console: console) { $0.classes }.add(to: group)
        EntryRoutes(console: console) { $0.speedDials }.add(to: group)
        EntryRoutes(console: console) { $0.personal }.add(to: group)
        EntryRoutes(console: console) { $0.trunks }.add(to: group)
        EntryRoutes(console: console) { $0.routes }.add(to: group)
        SingleEntryRoutes(console: console) { $0.settings }.add(to: group)
        SingleEntryRoutes(console: console) { $0.sip }.add(to: group)
    }
}
