/// A gateway in trunk mode, and which of its analog lines leads to which extension.
package struct GatewayEntry: TelephonyEntry {
    package static let kind = TelephonyKind.gateways
    /// The most lines of one gateway.
    package static let linesMax = 512

    /// One analog line.
    package struct Line: Sendable, Hashable, Codable {
        /// Counted from 1, as on the gateway.
        package var port: Int
        package var number: String

        package init(port: Int, number: String) {
            self.port = port
            self.number = number
        }
    }

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case address, port
        case primaryAddress = "primary-address"
        case primaryPort = "primary-port"
        case secret, size, lines, mac, model, note
    }

    package var name: String
    /// Where it listens: IPv4 or IPv6.
    package var address = ""
    package var port = 5060
    /// Where the Primary reaches it, if not there: the site's public address, and the port of its router that leads to
    /// the gateway.
    package var primaryAddress: String?
    package var primaryPort: Int?
    /// Its SIP password; nil is known by its address.
    package var secret: String?
    /// How many analog lines it has.
    package var size = 24
    package var lines: [Line] = []
    /// By which it asks for its file: 12 hexadecimal digits; nil is not provisioned.
    package var hardwareAddress: String?
    /// As the administrator writes it, `GXW4224`; the family of its file follows from it.
    package var model: String?
    package var note: String?

    package var key: String { name }

    /// An entry whose name is known to be sound.
    package init(name: String) {
        self.name = name
    }

    package init(key: FieldText) throws(FieldFault) { name = try key.name() }

    package var hidingSecrets: Self {
        var copy = self
        copy.secret = secret.map { _ in FieldText.hiddenSecret }
        return copy
    }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .address: address = try text.address()
        case .port: port = try text.isEmpty ? 5060 : text.number(1...65_535)
        case .primaryAddress: primaryAddress = try text.isEmpty ? nil : text.address()
        case .primaryPort: primaryPort = try text.isEmpty ? nil : text.number(1...65_535)
        case .secret: secret = try text.isEmpty ? nil : text.secret()
        case .size: size = try text.isEmpty ? 24 : text.number(1...Self.linesMax)
        case .lines: lines = try Self.lines(text)
        case .mac: hardwareAddress = try text.isEmpty ? nil : text.hardwareAddress()
        case .model: model = try text.isEmpty ? nil : text.words(40)
        case .note: note = try text.isEmpty ? nil : text.words(250)
        }
    }

    package var faults: [FieldFault] {
        var faults: [FieldFault] = []
        if address.isEmpty {
            faults.append(FieldFault("address", "a gateway has an address; say --address 192.0.2.10"))
        }
        if primaryAddress == nil, primaryPort != nil {
            faults.append(FieldFault("primary-port", "a port alone leads nowhere; say --primary-address 203.0.113.20"))
        }
        // Everybody behind the router calls from the address that the Primary would know it by.
        if primaryAddress != nil, secret == nil {
            let words = "a gateway that the Primary reaches through a router has a password; say --secret"
            faults.append(FieldFault("primary-address", words))
        }
        if let beyond = lines.first(where: { $0.port > size }) {
            faults.append(FieldFault("lines", "there is no line \(beyond.port) on a gateway with \(size); say --size"))
        }
        if hardwareAddress != nil, model == nil {
            faults.append(FieldFault("model", "a gateway that is provisioned has a model; say --model GXW4224"))
        }
        return faults
    }

    /// `1=1001,2=1002`, or a whole stretch: `1-24=1001-1024`.
    private static func lines(_ text: FieldText) throws(FieldFault) -> [Line] {
        var lines: [Line] = []
        for part in text.parts {
            let sides = part.text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2 else {
                throw text.fault("\(part.quoted) is not LINE=EXTENSION, such as 1=1001 or 1-24=1001-1024")
            }
            let ports = try stretch(sides[0], text.field)
            let numbers = try FieldText(text.field, sides[1]).numberRange(countMax: linesMax)
            guard ports.count == numbers.count else {
                throw text.fault("\(part.quoted) names \(ports.count) lines and \(numbers.count) extensions")
            }
            for (port, number) in zip(ports, numbers) {
                guard !lines.contains(where: { $0.port == port }) else {
                    throw text.fault("line \(port) is named twice")
                }
                lines.append(Line(port: port, number: try FieldText(text.field, number).extensionNumber()))
            }
        }
        return lines.sorted { $0.port < $1.port }
    }

    /// Line numbers; unlike extensions they need not have as many digits on both sides.
    private static func stretch(_ text: String, _ field: String?) throws(FieldFault) -> ClosedRange<Int> {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let first = try FieldText(field, ends[0]).number(1...linesMax)
        let last = ends.count == 2 ? try FieldText(field, ends[1]).number(1...linesMax) : first
        guard ends.count <= 2, first <= last else {
            throw FieldFault(field, "`\(text)` is not a stretch of lines, such as 1-24")
        }
        return first...last
    }
}
