import HostSystem
import HotelLogic
import Logging
import NodeServices
import Ports
import Settings
import Vocabulary

/// What wakes the guests; made only where there is an Asterisk to do it with.
struct WakeUpParts {
    private let node: Node
    private let ledger: any WakeUpLedgerPort
    private let asterisk: any AsteriskPort
    private let zone: ZoneRules

    /// Nil without an Asterisk, and where this server does not know the property's clock: a wake-up at the wrong time
    /// is worse than one that the other node makes.
    init?(node: Node, ledger: any WakeUpLedgerPort, asterisk: (any AsteriskPort)?) {
        guard let asterisk else { return nil }
        let name = node.settings.property.timeZone
        guard let zone = ZoneFile.rules(named: name) else {
            node.board.warn(
                "wake-ups-zone",
                "nobody is woken by this node: it has no rules for the time zone \(name); install tzdata and restart")
            return nil
        }
        self.node = node
        self.ledger = ledger
        self.asterisk = asterisk
        self.zone = zone
    }

    /// - Parameter control: the way to the peer; nil without one.
    func service(control: (any ControlPort)?) -> RingingService {
        RingingService(
            ledger: ledger, asterisk: asterisk, control: control, board: node.board, clock: node.clock,
            run: node.boot, settings: settings, logger: node.logger)
    }

    private var settings: RingingServiceSettings {
        let all = node.settings
        return RingingServiceSettings(
            ringing: ringing, zone: zone,
            deskNumber: all.wakeUps.deskExtension.flatMap { try? ExtensionNumber($0) },
            unheardAfter: all.heartbeat.unheardAfter, clockLimit: all.heartbeat.clockLimit)
    }

    private var ringing: RingingSettings {
        let chosen = node.settings.wakeUps
        var settings = RingingSettings()
        settings.attemptsMax = chosen.attempts
        settings.interval = chosen.interval
        settings.ringTime = chosen.ringTime
        settings.snoozeMinutes = Dictionary(
            chosen.snoozeMinutes.enumerated().map { (Character("\($0.offset + 1)"), $0.element) }
        ) { first, _ in first }
        settings.snoozesMax = chosen.snoozes
        settings.confirmKey = chosen.confirmKey?.first
        settings.lateness = chosen.lateness
        settings.grace = chosen.grace
        settings.callsPerSecond = chosen.callsPerSecond
        settings.callsMax = chosen.callsAtOnce
        settings.bootWait = node.settings.heartbeat.bootWait
        return settings
    }
}
