import Ports
import Vocabulary

/// The hotel of a lab whose daemons write Asterisk's configuration: a desk, an office, some rooms, analog phones behind
/// a gateway, and a line to the telephone network at either node. All of it is entered by the product's own verbs.
package struct LabHotel: Sendable {
    /// The staff's extensions; the first two are the desk.
    package static let staff = ["101", "102", "103"]
    /// What rings the desk.
    package static let deskGroup = "600"
    /// Rooms by their extensions; the last one has no phone.
    package static let rooms = ["2001": "201", "2002": "202", "2003": "203", "2004": "204"]
    package static let roomWithoutPhone = "2004"
    /// Rooms with analog phones, by their extensions, in the order of the gateway's lines.
    package static let analogRooms = [("2101", "211"), ("2102", "212")]
    package static let gatewayName = "attic"
    package static let gatewayPlace = LabPlace.lan(60)
    package static let gatewayAddress = "\(LabAddresses.lan).60"
    /// Shown to the emergency services.
    package static let siteNumber = "+43123456"
    /// The trunk of the Secondary that stands in the hotel, and the Primary's.
    package static let siteTrunk = "site"
    package static let cloudTrunk = "cloud"

    package let lab: Lab

    package init(_ lab: Lab) { self.lab = lab }

    /// Enters everything, and waits until both Asterisks have it and see each other.
    package func open() async throws {
        try await awaitPair()
        for words in house { try await lab.primary.node.order(words) }
        for host in lab.hosts { for words in own(host.mode) { try await host.node.order(words) } }
        for host in lab.hosts { try await awaitLoaded(host) }
    }

    /// Waits until the two nodes see each other and copy everything.
    package func awaitPair(within limit: Duration = .seconds(60)) async throws {
        for host in lab.hosts {
            try await host.node.awaitStatus("everything current", within: limit) { report in
                report.peer?.state == "online" && !report.items.isEmpty
                    && report.items.allSatisfy { $0.state == "current" || !$0.enabled }
            }
        }
    }

    /// Waits until an Asterisk knows the hotel, and the trunk to its peer works.
    package func awaitLoaded(_ host: LabHost) async throws {
        let last = Self.analogRooms.map(\.0).max() ?? ""
        try await host.asterisk.awaitCommand("dialplan show \(last)@inside", "the number \(last)") {
            $0.contains("'\(last)'")
        }
        let trunk = host.mode == .primary ? Self.cloudTrunk : Self.siteTrunk
        try await host.asterisk.awaitCommand("pjsip show endpoint trunk-\(trunk)", "its trunk") {
            $0.contains("Endpoint:  trunk-\(trunk)")
        }
        try await host.asterisk.awaitTrunk("Avail")
        // While Asterisk reads its files once more, it lets phones wait.
        try await LabWaiting.until(
            "the \(host.mode)'s Asterisk has loaded everything", within: .seconds(30), seen: { host.node.log }
        ) { await host.node.asterisk()?.isLoaded == true }
    }

    // MARK: Changes

    /// Gives an extension a class of service of its own, and waits until both Asterisks have it.
    package func setClass(_ code: Int, of number: String) async throws {
        try await lab.primary.node.order(["extensions", "edit", number, "--class", "\(code)"])
        for host in lab.hosts {
            try await host.asterisk.awaitCommand("dialplan show d\(number)@entry", "the class of \(number)") {
                $0.contains("guest:\(Self.rooms[number] ?? ""):\(code):")
            }
        }
    }

    /// Puts something into the database of both Asterisks, as the daemon does with what changes from minute to minute.
    package func put(_ family: String, _ key: String, _ value: String) async {
        for host in lab.hosts { _ = await host.asterisk.command("database put \(family) \(key) \(value)") }
    }

    /// Takes it out again.
    package func remove(_ family: String, _ key: String) async {
        for host in lab.hosts { _ = await host.asterisk.command("database del \(family) \(key)") }
    }

    // MARK: What is entered

    /// What the pair shares, entered at the Primary.
    private var house: [[String]] {
        var lines = [["telephony-settings", "edit", "--guest-secret", LabPlan.password, "--guest-ring-seconds", "15"]]
        for (number, name) in zip(Self.staff, ["Front desk", "Night desk", "Office"]) {
            lines.append([
                "extensions", "add", number, "--name", name, "--secret", LabPlan.password, "--ring-seconds", "15",
            ])
        }
        for (number, room) in Self.rooms.sorted(by: { $0.key < $1.key }) {
            lines.append(["extensions", "add", number, "--party", "guest", "--name", "Room \(room)", "--room", room])
        }
        for (number, room) in Self.analogRooms {
            lines.append([
                "extensions", "add", number, "--party", "guest", "--line", "analog", "--name", "Room \(room)",
                "--room", room,
            ])
        }
        let analog = Self.analogRooms.enumerated().map { "\($0.offset + 1)=\($0.element.0)" }.joined(separator: ",")
        lines.append([
            "gateways", "add", Self.gatewayName, "--address", Self.gatewayAddress, "--secret", LabPlan.password,
            "--lines", analog,
        ])
        lines.append([
            "ring-groups", "add", Self.deskGroup, "--name", "Reception", "--members",
            Self.staff.prefix(2).joined(separator: ","), "--ring-seconds", "20",
        ])
        lines.append([
            "telephony-settings", "edit", "--desk", Self.deskGroup, "--emergency-caller-number", Self.siteNumber,
        ])
        return lines
    }

    /// What a node has of its own.
    ///
    /// - Parameter reception: what calls from outside ring.
    package func own(_ mode: Mode, reception: String = deskGroup) -> [[String]] {
        let speech = LabNetwork.speechPorts
        var sip = [
            "sip-settings", "edit", "--codecs", "ulaw", "--rtp-first", "\(speech.lowerBound)", "--rtp-last",
            "\(speech.upperBound)", "--expiry-seconds", "60", "--qualify-seconds", "5",
        ]
        if let external = lab.addresses.external(mode) { sip += ["--external-address", external] }
        let isInCloud = lab.addresses.topology == .hybrid && mode == .primary
        let trunk = mode == .primary ? Self.cloudTrunk : Self.siteTrunk
        let carrier = mode == .primary ? LabAddresses.carrier : LabAddresses.onSiteCarrier
        sip += ["--guest-networks", isInCloud ? "\(LabAddresses.hotel)/32" : "\(LabAddresses.lan).0/24"]
        return [
            sip,
            ["trunks", "add", trunk, "--host", carrier, "--on-premises", isInCloud ? "no" : "yes"],
            ["routes", "add", "city", "--numbers", "NXXXXXX", "--permission", "local", "--trunks", trunk],
            ["routes", "add", "far", "--numbers", "0Z.", "--permission", "national", "--trunks", trunk],
            ["routes", "add", "abroad", "--numbers", "00.", "--permission", "international", "--trunks", trunk],
            ["routes", "add", "reception", "--direction", "inbound", "--destination", reception],
        ]
    }
}
