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

    /// - Parameters:
    ///   - hasPeer: whether there is one to keep a copy.
    ///   - asterisk: nil where the settings name none.
    init(node: Node, databases: NodeDatabases, hasPeer: Bool, asterisk: AsteriskParts?) {
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
            store: store, board: node.board, clock: node.clock,
            zone: ZoneFile.rules(named: node.settings.property.timeZone) ?? .utc, hasPeer: hasPeer,
            settings: settings
        ) { voicemail?.kept($0) }
        self.voicemail = voicemail
    }

    var services: [any Service] { voicemail.map { [$0] } ?? [] }
}
