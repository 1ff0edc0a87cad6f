import AsteriskText
import HotelLogic
import Ports
import Vocabulary
import Wire

extension AsteriskConsole {
    /// The line of Asterisk's console that tells for how long it has run, in seconds.
    private static let uptimeCommand = "core show uptime seconds"

    package func asteriskStatus() async throws(ConsoleFailure) -> AsteriskReport {
        do throws(AsteriskFailure) {
            return try await runningReport()
        } catch {
            return report(words: Self.words(of: service.asterisk.situation) ?? error.words)
        }
    }

    /// What is known where Asterisk does not answer.
    private func report(words: String) -> AsteriskReport {
        let standing = service.board.read(\.asterisk)
        return AsteriskReport(
            situation: Self.word(of: service.asterisk.situation), words: words, program: nil, contacts: [],
            extensionsWithoutPhone: nil, trunks: [], generationWanted: standing.generationWanted,
            generationLoadedSIP: nil, generationLoadedDialplan: nil, lastRefusal: standing.lastRefusal)
    }

    private func runningReport() async throws(AsteriskFailure) -> AsteriskReport {
        let configuration = try? await configuration()
        let contacts = try await service.asterisk.contacts().map(Self.report)
        let standing = service.board.read(\.asterisk)
        let dialplan = GenerationMarks.dialplan(
            inGlobals: try await service.asterisk.command(GenerationMarks.globalsCommand))
        return AsteriskReport(
            situation: Self.word(of: service.asterisk.situation), words: Self.words(of: service.asterisk.situation),
            program: try await program(), contacts: contacts.sorted { Self.order($0) < Self.order($1) },
            extensionsWithoutPhone: configuration.map { Self.withoutPhone($0, contacts) },
            trunks: try await trunks(configuration), generationWanted: standing.generationWanted,
            generationLoadedSIP: try await loaded(among: [standing.generationWanted, dialplan]),
            generationLoadedDialplan: dialplan, lastRefusal: standing.lastRefusal)
    }

    private func program() async throws(AsteriskFailure) -> AsteriskReport.Program {
        let facts = try await service.asterisk.facts()
        let uptime = try await service.asterisk.command(Self.uptimeCommand).lazy.compactMap { line -> Int? in
            guard line.hasPrefix("System uptime") else { return nil }
            return Int(line.filter(\.isNumber))
        }.first
        return AsteriskReport.Program(
            version: facts.version, systemName: facts.systemName, uptimeSeconds: uptime,
            channels: try await service.asterisk.channels().count, callsProcessed: facts.callsProcessed)
    }

    /// The first of these renderings whose SIP files are loaded.
    private func loaded(among generations: [String?]) async throws(AsteriskFailure) -> String? {
        for generation in generations.compactMap(\.self) {
            let lines = try await service.asterisk.command(GenerationMarks.recordCommand(generation))
            if GenerationMarks.isLoaded(generation, inRecord: lines) { return generation }
        }
        return nil
    }

    private func trunks(_ configuration: TelephonyConfiguration?) async throws(AsteriskFailure) -> [AsteriskReport
        .Trunk]
    {
        var endpoints = service.node.peer == nil ? [] : [PeerTrunk.name]
        endpoints += configuration?.gateways.map { "gateway-\($0.name)" } ?? []
        // FreePBX has the providers' trunks; ours are not written there.
        if service.node.profile == .plain {
            endpoints += configuration?.trunks.filter(\.isEnabled).map { "trunk-\($0.name)" } ?? []
        }
        var trunks: [AsteriskReport.Trunk] = []
        for endpoint in endpoints {
            trunks.append(.init(endpoint: endpoint, state: try await service.asterisk.trunk(endpoint: endpoint)))
        }
        return trunks
    }

    private static func report(_ contact: ContactDetail) -> AsteriskReport.Contact {
        AsteriskReport.Contact(
            endpoint: contact.endpoint, uri: contact.uri, state: word(of: contact.status),
            roundTripMilliseconds: contact.roundTrip?.milliseconds, userAgent: contact.userAgent,
            expires: contact.expires.map { WallTime(microseconds: $0 * 1_000_000) })
    }

    private static func withoutPhone(
        _ configuration: TelephonyConfiguration, _ contacts: [AsteriskReport.Contact]
    ) -> [String] {
        let present = Set(contacts.map(\.endpoint))
        return configuration.extensions.filter { $0.isEnabled && $0.line == .sip && !present.contains($0.number) }
            .map(\.number)
    }

    /// Shorter numbers first, then by their digits.
    private static func order(_ contact: AsteriskReport.Contact) -> (Int, String, String) {
        (contact.endpoint.utf8.count, contact.endpoint, contact.uri)
    }

    private static func word(of status: ContactStatus) -> String {
        switch status {
        case .reachable: "reachable"
        case .unreachable, .removed: "unreachable"
        case .notQualified: "not-probed"
        case .created, .updated, .unknown: "unknown"
        }
    }

    private static func word(of situation: AsteriskSituation) -> String {
        switch situation {
        case .starting: "starting"
        case .unreachable: "unreachable"
        case .refused: "refused"
        case .booting: "booting"
        case .running: "running"
        }
    }

    private static func words(of situation: AsteriskSituation) -> String? {
        switch situation {
        case .starting: "the daemon has not reached Asterisk's manager yet"
        case .unreachable(let words): "Asterisk's manager does not answer: \(words)"
        case .refused(let words): "Asterisk's manager does not let this node in: \(words); have Asterisk reload it once"
        case .booting: "Asterisk is still reading its configuration"
        case .running: nil
        }
    }
}

extension AsteriskReport.Trunk {
    fileprivate init(endpoint: String, state: TrunkState) {
        switch state {
        case .reachable(let roundTrip):
            self.init(endpoint: endpoint, state: "reachable", roundTripMilliseconds: roundTrip?.milliseconds)
        case .unreachable: self.init(endpoint: endpoint, state: "unreachable", roundTripMilliseconds: nil)
        case .unknown: self.init(endpoint: endpoint, state: "unknown", roundTripMilliseconds: nil)
        case .missing: self.init(endpoint: endpoint, state: "missing", roundTripMilliseconds: nil)
        }
    }
}
