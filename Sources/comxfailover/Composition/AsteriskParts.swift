import AsteriskLink
import AsteriskText
import HostSystem
import HotelLogic
import Logging
import NodeServices
import Ports
import ServiceLifecycle
import Settings
import Vocabulary
import Wire

/// Everything that faces this server's Asterisk; made only where the settings name its folder.
struct AsteriskParts {
    let client: AsteriskClient
    private let service: TelephonyService
    private let state: HouseStateService
    private let families: FamilyService
    /// The tables of Asterisk's families.
    let familyStore: any FamilyStorePort
    private let calls: CallService?
    /// The voicemail of rooms; nil where another program keeps it.
    let voicemail: VoicemailFolder?

    /// - Parameter wanted: rung after each edit of the telephony configuration.
    /// - Throws: `TelephonyFault` where a setting is none that Asterisk's files can take.
    init?(
        node: Node, store: any TelephonyStorePort & HouseStatePort, families: any FamilyStorePort,
        callStore: any CallStorePort, wanted: Bell
    ) throws {
        let settings = node.settings
        guard let folder = settings.asterisk.configFolder else { return nil }
        let derivation = node.keys.derivation
        let profile: AsteriskProfile = settings.asterisk.profile == .plain ? .plain : .freePBX
        let secret = try SIPSecret(derivation.managerPassword)
        let port = settings.asterisk.managerPort
        client = AsteriskClient(
            endpoint: AsteriskEndpoint(
                port: Int(port), user: ManagerText.user, secret: secret.text,
                previousSecret: node.keys.previous?.managerPassword),
            group: node.group, clock: node.clock, logger: node.logger)
        let peer = try settings.remoteHost.map { host in
            PeerTrunk(
                address: try HostAddress(host), port: settings.asterisk.peerSIPPort,
                secret: try SIPSecret(derivation.trunkPassword))
        }
        let files = AsteriskFolder(folder: folder, signature: RenderedFiles.signature)
        let callFiles = CallFolder(folder: try settings.asterisk.logFolder ?? Self.logFolder(files))
        service = TelephonyService(
            asterisk: client, files: files, calls: callFiles, store: store, board: node.board, clock: node.clock,
            node: PlanningNode(
                mode: settings.mode, profile: profile, systemName: try TelephonyName(settings.mode.rawValue),
                peer: peer, timeZone: try ZoneName(settings.property.timeZone), fastAGIPort: settings.asterisk.agiPort),
            wanted: wanted,
            finish: { ManagerText.added(to: $0, profile: profile, port: port, secret: secret) },
            logger: node.logger)
        state = HouseStateService(
            asterisk: client, store: store, board: node.board, clock: node.clock, logger: node.logger)
        familyStore = families
        self.families = FamilyService(
            asterisk: client, store: families, board: node.board, clock: node.clock, logger: node.logger)
        // FreePBX keeps voicemail and writes down calls in its own way.
        voicemail =
            profile == .plain
            ? VoicemailFolder(spoolFolder: try settings.asterisk.spoolFolder ?? Self.spoolFolder(files)) : nil
        calls =
            profile == .plain
            ? CallService(
                asterisk: client, files: callFiles, store: callStore, board: node.board, clock: node.clock,
                hasPeer: settings.remoteHost != nil, logger: node.logger) : nil
    }

    /// The log folder that `asterisk.conf` names.
    private static func logFolder(_ files: AsteriskFolder) throws(AsteriskFilesFailure) -> String {
        let text = try files.read([MainFile.name])[MainFile.name]
        return text.flatMap { MainFile.logFolder(in: $0) } ?? MainFile.standardLogFolder
    }

    /// The spool folder that `asterisk.conf` names.
    private static func spoolFolder(_ files: AsteriskFolder) throws(AsteriskFilesFailure) -> String {
        let text = try files.read([MainFile.name])[MainFile.name]
        return text.flatMap { MainFile.spoolFolder(in: $0) } ?? MainFile.standardSpoolFolder
    }

    /// What this node shows of its Asterisk.
    var console: any AsteriskConsolePort { AsteriskConsole(service: service) }

    var services: [any Service] {
        let client = client
        return [RunnerService { await client.run() }, service, state, families] + (calls.map { [$0] } ?? [])
    }
}
