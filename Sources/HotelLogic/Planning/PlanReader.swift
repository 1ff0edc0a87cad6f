import Vocabulary

/// Reads entries as values of the plan, and keeps what could not be read.
struct PlanReader {
    private let configuration: TelephonyConfiguration
    private(set) var leftOut: [TelephonyTrouble] = []

    init(_ configuration: TelephonyConfiguration) { self.configuration = configuration }

    /// What `read` gives for each entry that it can read.
    mutating func all<Entry: TelephonyEntry, Value>(
        _ entries: [Entry], _ read: (Entry) throws(TelephonyFault) -> Value
    ) -> [Value] {
        var values: [Value] = []
        for entry in entries { if let value = one(entry, read) { values.append(value) } }
        return values
    }

    mutating func one<Entry: TelephonyEntry, Value>(
        _ entry: Entry, _ read: (Entry) throws(TelephonyFault) -> Value
    ) -> Value? {
        do throws(TelephonyFault) {
            return try read(entry)
        } catch {
            leftOut.append(TelephonyTrouble(Entry.kind, entry.key, "\(error)"))
            return nil
        }
    }

    mutating func guestDefaults() -> GuestDefaults {
        let settings = configuration.settings
        let secret = one(settings) { entry throws(TelephonyFault) in try entry.guestSecret.read(SIPSecret.init) } ?? nil
        return GuestDefaults(
            secret: secret, ringSeconds: settings.guestRingSeconds, classOfService: settings.guestClass,
            vacantClassOfService: settings.vacantClass)
    }

    mutating func emergency() -> EmergencySettings {
        one(configuration.settings) { entry throws(TelephonyFault) in
            EmergencySettings(
                numbers: try entry.emergencyNumbers.read(PhoneNumber.init),
                siteNumber: try entry.emergencyCallerNumber.read(PhoneNumber.init),
                notified: try entry.emergencyNotify.read(ExtensionNumber.init), callBackMinutes: entry.callBackMinutes)
        } ?? EmergencySettings(numbers: TelephonySettingsEntry().emergencyNumbers.compactMap { try? PhoneNumber($0) })
    }

    mutating func desk() -> DeskSettings {
        one(configuration.settings) { entry throws(TelephonyFault) in
            DeskSettings(
                code: try DialCode(entry.deskCode), answering: try entry.desk.read(ExtensionNumber.init),
                ringSeconds: entry.deskRingSeconds)
        } ?? DeskSettings()
    }

    /// The codes of features. One that the house gave to a speed dial before there was the feature stays a speed dial.
    func featureCodes() -> [FeatureCode] {
        let speedDials = Set(configuration.speedDials.map(\.code))
        return configuration.settings.features.filter { !speedDials.contains($0.code.description) }
    }

    mutating func speedDials() -> [SpeedDial] {
        configuration.speedDials.compactMap { entry in
            guard let code = try? DialCode(entry.code), let number = try? PhoneNumber(entry.number) else {
                leftOut.append(
                    TelephonyTrouble(.speedDials, entry.code, "the speed dial is no code with a number"))
                return nil
            }
            return SpeedDial(
                code: code, label: entry.label, number: number, mayGuestsDial: entry.mayGuestsDial,
                ignoresClass: entry.ignoresClass)
        }
    }

    /// The trunks to providers. One that leads to the peer would take every call of the peer for a provider's.
    mutating func trunks(_ node: PlanningNode) -> [ProviderTrunk] {
        let trunks = all(configuration.trunks) { entry throws(TelephonyFault) in try entry.trunk() }
        guard let peer = node.peer?.address else { return trunks }
        return trunks.filter { trunk in
            let leadsToPeer = trunk.host == peer || trunk.networks.contains { $0.contains(peer) }
            if leadsToPeer {
                let words =
                    "it leads to the peer, or has its address; the trunk between the nodes is made by the program"
                leftOut.append(TelephonyTrouble(.trunks, trunk.name.description, words))
            }
            return !leadsToPeer
        }
    }

    mutating func inboundRoutes() -> [InboundRoute] {
        let groups = Set(configuration.ringGroups.map(\.number))
        return all(configuration.routes.filter { $0.direction == .inbound && $0.isEnabled }) {
            entry throws(TelephonyFault) in try entry.inboundRoute(groups: groups)
        }
    }

    mutating func sip(_ node: PlanningNode) -> SIPSettings {
        let settings = one(configuration.sip) { entry throws(TelephonyFault) in try entry.sipSettings() }
        var sip = settings ?? SIPSettings()
        sip.certificatePath = node.certificatePath
        sip.privateKeyPath = node.privateKeyPath
        return sip
    }
}

extension Optional<String> {
    /// The value that the text is, nil for no text.
    func read<Value>(_ make: (String) throws(TelephonyFault) -> Value) throws(TelephonyFault) -> Value? {
        guard let self else { return nil }
        return try make(self)
    }
}

extension [String] {
    /// The values that the texts are.
    func read<Value>(_ make: (String) throws(TelephonyFault) -> Value) throws(TelephonyFault) -> [Value] {
        var values: [Value] = []
        for text in self { values.append(try make(text)) }
        return values
    }
}
