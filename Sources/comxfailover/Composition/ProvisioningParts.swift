import AsteriskText
import HostSystem
import Logging
import Ports
import Settings
import Vocabulary
import WebConsole
import Wire

/// Puts together what phones and gateways get their files from: settings, keys, templates, and the store's devices.
struct ProvisioningParts {
    let settings: NodeSettings
    let keys: NodeKeys
    let clock: any ClockPort
    let logger: Logger
    /// Where the devices are written down.
    let devices: any ProvisioningPort
    /// Told why phones get no files, and nil once they do.
    let warn: @Sendable (String?) -> Void

    /// What makes the files; nil where the settings leave provisioning off.
    var desk: PhoneFileDesk? {
        guard settings.provisioning.isEnabled else { return nil }
        return PhoneFileDesk(
            devices: devices, templates: TemplateFolder(folder: settings.provisioning.templates), site: site,
            credentials: ProvisioningCredentials(
                key: keys.derivation.provisioningKey, previous: keys.previous?.provisioningKey))
    }

    /// The service that phones ask; nil where the settings leave provisioning off.
    var service: ProvisioningService? {
        desk.map { desk in
            ProvisioningService(
                router: ProvisioningRouter(desk: desk, clock: clock, logger: logger),
                place: ProvisioningPlace(
                    host: settings.ports.provisioningAddress, port: Int(settings.ports.provisioning),
                    certificate: settings.provisioningCertificate, privateKey: settings.provisioningPrivateKey),
                logger: logger,
                patience: PortPatience(
                    lack: "phones and gateways get no files", clock: clock, logger: logger, warn: warn))
        }
    }

    /// Names and addresses under which phones reach this node, for the certificate that it shows them.
    static func hosts(of settings: NodeSettings) -> [String] {
        guard settings.provisioning.isEnabled else { return [] }
        let host = settings.mode == .primary ? settings.phonesPrimaryHost : settings.phonesSecondaryHost
        return host.map { [$0] } ?? []
    }

    private var site: PhoneSite {
        let provisioning = settings.provisioning
        let primary = settings.phonesPrimaryHost.map { server($0, provisioning.primarySIPPort) }
        let secondary = settings.phonesSecondaryHost.map { server($0, provisioning.secondarySIPPort) }
        // A node alone is the one server there is, whatever its mode.
        let alone = server(settings.localHost, provisioning.secondarySIPPort)
        return PhoneSite(
            primary: primary ?? secondary ?? alone, secondary: primary == nil ? nil : secondary,
            expirySeconds: Int(provisioning.expiry.components.seconds),
            failbackSeconds: Int(provisioning.failback.components.seconds), timeZone: timeZone,
            language: provisioning.language, timeServer: provisioning.timeServer,
            codecs: provisioning.codecs.compactMap { PhoneCodec(rawValue: $0.rawValue) })
    }

    private func server(_ host: String, _ port: UInt16) -> PhoneServer {
        let transport = PhoneTransport(rawValue: settings.provisioning.transport.rawValue)
        return PhoneServer(host: host, port: port, transport: transport ?? .udp)
    }

    private var timeZone: PhoneTimeZone {
        if let zone = ZoneFile.phoneTimeZone(named: settings.property.timeZone) { return zone }
        logger.warning(
            "phones are told UTC: this server has no rule for the property's time zone",
            metadata: ["zone": "\(settings.property.timeZone)"])
        return .utc
    }
}
