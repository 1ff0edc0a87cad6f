extension TelephonyConfiguration {
    /// Everything that does not fit together, in the order of the kinds.
    package var troubles: [TelephonyTrouble] {
        numberTroubles + phoneTroubles + roomTroubles + gatewayTroubles + groupTroubles + dialTroubles
            + featureTroubles + personalTroubles + settingsTroubles + routeTroubles
    }

    var extensionNumbers: Set<String> { Set(extensions.map(\.number)) }

    /// What a call can be sent to.
    private var targets: Set<String> { extensionNumbers.union(ringGroups.map(\.number)) }

    /// Numbers with a meaning of their own, which nothing else may bear.
    var reserved: [String: String] {
        var reserved = [settings.deskCode: "the code of the desk", settings.voicemailCode: "the code of the voicemail"]
        for number in settings.emergencyNumbers {
            reserved[number] = "an emergency number (telephony-settings edit --emergency-numbers)"
            if let digit = settings.accessDigit {
                reserved[digit + number] = "an emergency number behind the access digit"
            }
        }
        return reserved
    }

    private var numberTroubles: [TelephonyTrouble] {
        let reserved = reserved
        let numbers = extensionNumbers
        let taken =
            extensions.map { (TelephonyKind.extensions, $0.number) }
            + ringGroups.map { (TelephonyKind.ringGroups, $0.number) }
        var troubles = taken.compactMap { kind, number in
            reserved[number].map { TelephonyTrouble(kind, number, "the number is \($0)") }
        }
        troubles += ringGroups.filter { numbers.contains($0.number) }.map {
            TelephonyTrouble(.ringGroups, $0.number, "the number is that of an extension already")
        }
        let codes = Set(classes.map(\.code))
        troubles += extensions.compactMap { entry in
            // Of guests it is the room's class where the extension names none.
            let standard = entry.party == .staff ? ClassEntry.staffStandard : nil
            guard let code = entry.classOfService ?? standard, !codes.contains(code) else { return nil }
            return TelephonyTrouble(.extensions, entry.number, Self.noClass(code, codes))
        }
        return troubles
    }

    static func noClass(_ code: Int, _ codes: Set<Int>) -> String {
        "there is no class of service \(code); there are \(codes.sorted().map(String.init).joined(separator: ", "))"
    }

    private var phoneTroubles: [TelephonyTrouble] {
        var owners: [String: String] = [:]
        var troubles: [TelephonyTrouble] = []
        for entry in extensions {
            for address in entry.phones.compactMap(\.hardwareAddress) {
                if let owner = owners.updateValue(entry.number, forKey: address) {
                    troubles.append(
                        TelephonyTrouble(.extensions, entry.number, "the phone \(address) belongs to \(owner) already"))
                }
            }
        }
        for gateway in gateways {
            guard let address = gateway.hardwareAddress,
                let owner = owners.updateValue("gateway \(gateway.name)", forKey: address)
            else { continue }
            troubles.append(TelephonyTrouble(.gateways, gateway.name, "\(address) belongs to \(owner) already"))
        }
        return troubles
    }

    private var roomTroubles: [TelephonyTrouble] {
        let parties = Dictionary(extensions.map { ($0.number, $0.party) }) { first, _ in first }
        var homes: [String: String] = [:]
        var troubles: [TelephonyTrouble] = []
        for room in rooms {
            for number in room.extensions {
                switch parties[number] {
                case .guest: break
                case .staff:
                    troubles.append(TelephonyTrouble(.rooms, room.room, "\(number) is an extension of the staff"))
                case nil: troubles.append(TelephonyTrouble(.rooms, room.room, "there is no extension \(number)"))
                }
                if let home = homes.updateValue(room.room, forKey: number) {
                    troubles.append(
                        TelephonyTrouble(.rooms, room.room, "the extension \(number) is in room \(home) already"))
                }
            }
            if room.extensions.count > RoomEntry.extensionsMax {
                troubles.append(
                    TelephonyTrouble(
                        .rooms, room.room, "a room has at most \(RoomEntry.extensionsMax) extensions"))
            }
        }
        return troubles
    }

    private var gatewayTroubles: [TelephonyTrouble] {
        let lines = Dictionary(extensions.map { ($0.number, $0.line) }) { first, _ in first }
        var owners: [String: String] = [:]
        var places: [String: String] = [:]
        var troubles: [TelephonyTrouble] = []
        for gateway in gateways {
            func note(_ words: String) { troubles.append(TelephonyTrouble(.gateways, gateway.name, words)) }
            if let other = places.updateValue(gateway.name, forKey: "\(gateway.address) port \(gateway.port)") {
                note("\(gateway.address) port \(gateway.port) is that of the gateway \(other)")
            }
            for line in gateway.lines {
                switch lines[line.number] {
                case .analog: break
                case .sip: note("line \(line.port): the extension \(line.number) is not analog; edit it: --line analog")
                case nil: note("line \(line.port): there is no extension \(line.number)")
                }
                if let owner = owners.updateValue("\(gateway.name) \(line.port)", forKey: line.number) {
                    note("line \(line.port): the extension \(line.number) is on the line \(owner) already")
                }
            }
        }
        return troubles
    }

    private var groupTroubles: [TelephonyTrouble] {
        let numbers = extensionNumbers
        let targets = targets
        let next = Dictionary(ringGroups.map { ($0.number, $0.overflow) }) { first, _ in first }
        var troubles: [TelephonyTrouble] = []
        for group in ringGroups {
            for member in group.members where !numbers.contains(member) {
                troubles.append(TelephonyTrouble(.ringGroups, group.number, "its member \(member) is no extension"))
            }
            guard let overflow = group.overflow else { continue }
            if !targets.contains(overflow) {
                troubles.append(
                    TelephonyTrouble(.ringGroups, group.number, "its overflow \(overflow) is no extension or group"))
            }
            var place: String? = overflow
            for _ in ringGroups where place != nil && place != group.number { place = next[place ?? ""] ?? nil }
            if place == group.number {
                troubles.append(TelephonyTrouble(.ringGroups, group.number, "its calls would overflow in a circle"))
            }
        }
        return troubles
    }

    private var settingsTroubles: [TelephonyTrouble] {
        let targets = targets
        let codes = Set(classes.map(\.code))
        var words: [String] = []
        words += (settings.desk + settings.emergencyNotify).filter { !targets.contains($0) }.map {
            "\($0) is no extension or group"
        }
        for code in [settings.guestClass, settings.vacantClass] where !codes.contains(code) {
            words.append(Self.noClass(code, codes))
        }
        return words.map { TelephonyTrouble(.telephonySettings, settings.key, $0) }
    }

    private var routeTroubles: [TelephonyTrouble] {
        let targets = targets
        let names = Set(trunks.map(\.name))
        let gateways = Set(gateways.map { $0.name.lowercased() })
        var troubles = trunks.filter { gateways.contains($0.name.lowercased()) }.map {
            TelephonyTrouble(.trunks, $0.name, "the name is that of a gateway")
        }
        for route in routes {
            if let target = route.destination, !targets.contains(target) {
                troubles.append(TelephonyTrouble(.routes, route.name, "it goes to \(target), no extension or group"))
            }
            for trunk in route.trunks + (route.trunk.map { [$0] } ?? []) where !names.contains(trunk) {
                troubles.append(TelephonyTrouble(.routes, route.name, "there is no trunk \(trunk)"))
            }
        }
        return troubles
    }
}
