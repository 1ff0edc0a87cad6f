import HostSystem
import NodeServices
import PairLogic
import Ports
import Settings
import Vocabulary

/// What keeps the events of this node and tells of them.
struct EventParts {
    let service: EventService
    /// What this node shows of them.
    let console: any EventsConsolePort

    init(node: Node, store: any EventStorePort) {
        let alerts = node.settings.alerts
        var channels: [AlertChannel: any AlertPort] = [:]
        if let address = alerts.webhook {
            channels[.webhook] = WebhookAlerts(address: address.revealed, softwareVersion: ProgramVersion.text)
        }
        if let address = alerts.mail {
            channels[.mail] = MailAlerts(program: alerts.mailProgram, address: address, commands: CommandRunner())
        }
        var settings = EventServiceSettings()
        settings.property = node.settings.property.name
        settings.host = node.settings.localHost
        settings.policy = AlertPolicy(minimum: alerts.severity, interval: alerts.interval)
        service = EventService(
            store: store, channels: channels, board: node.board, clock: node.clock, settings: settings,
            logger: node.logger)
        console = EventsConsole(store: store, service: service)
    }
}
