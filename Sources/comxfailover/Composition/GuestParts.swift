import AsteriskLink
import HostSystem
import NodeServices
import Ports
import ServiceLifecycle
import Settings
import Vocabulary

/// What serves the guests: the desk of stays and wake-ups, and the voicemail that follows it.
struct GuestParts {
    let desk: GuestDesk
    private let voicemail: VoicemailService?
    private let history: HistoryService
    private let strays: StrayWakeUpService

    /// Nil where this server does not know the property's clock: nobody is woken at the wrong time.
    ///
    /// - Parameters:
    ///   - hasPeer: whether there is one to keep a copy.
    ///   - asterisk: nil where the settings name none.
    init?(node: Node, databases: NodeDatabases, hasPeer: Bool, asterisk: AsteriskParts?) {
        let name = node.settings.property.timeZone
        guard let zone = ZoneFile.rules(named: name) else {
            node.board.warn(
                "guests-zone",
                "stays and wake-ups are not served by this node: it has no rules for the time zone \(name); install "
                    + "tzdata and restart")
            return nil
        }
        let store = databases.guestStore()
        let voicemail = asterisk.flatMap { parts in
            parts.voicemail.map { folder in
                VoicemailService(
                    asterisk: parts.client, voicemail: folder, store: store, board: node.board, clock: node.clock,
                    logger: node.logger)
            }
        }
        var settings = GuestDeskSettings()
        settings.acceptsWakeUps = node.settings.guests.acceptsWakeUps
        settings.safetyWait = node.settings.guests.confirmWait
        desk = GuestDesk(
            store: store, board: node.board, clock: node.clock, zone: zone, hasPeer: hasPeer, settings: settings
        ) { voicemail?.kept($0) }
        self.voicemail = voicemail
        history = HistoryService(
            store: store, board: node.board, clock: node.clock,
            age: .seconds(node.settings.guests.historyDays * 86_400), logger: node.logger)
        strays = StrayWakeUpService(
            store: store, board: node.board, clock: node.clock, zone: zone, logger: node.logger)
    }

    var services: [any Service] { [history, strays] + (voicemail.map { [$0] } ?? []) }
}
