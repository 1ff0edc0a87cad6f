/// Where a call from outside goes, or by which trunks a call leaves. Each node has routes of its own, never copied.
package struct RouteEntry: TelephonyEntry {
    package static let kind = TelephonyKind.routes

    /// Which way the calls go.
    package enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
        case inbound
        case outbound
    }

    /// What a class of service must allow for an outbound route.
    package enum Permission: String, Sendable, Hashable, Codable, CaseIterable {
        case local, national, international, premium, emergency
    }

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case direction, position, numbers, trunk, destination, permission, trunks, strip, prepend
        case callerNumber = "caller-number"
        case enabled, note
    }

    package var name: String
    package var direction = Direction.outbound
    /// Routes are tried from the lowest position on.
    package var position = 100
    /// Numbers and patterns: of an inbound route the number that was called, none is any; of an outbound one what was
    /// dialled behind the access digit. `X` is any digit, `Z` 1 to 9, `N` 2 to 9, a `.` at the end is at least one
    /// more digit, a `!` there any number of them.
    package var numbers: [String] = []
    /// Inbound: the trunk it comes by; nil is any.
    package var trunk: String?
    /// Inbound: the extension or group it goes to; nil is the desk.
    package var destination: String?
    /// Outbound: what it takes.
    package var permission = Permission.local
    /// Outbound: the trunks in the order in which they are tried.
    package var trunks: [String] = []
    /// Outbound: how many of the dialled digits are left out.
    package var strip = 0
    /// Outbound: what is put before the rest.
    package var prepend: String?
    /// Outbound: shown outside for callers without a number of their own; nil is the trunk's.
    package var callerNumber: String?
    package var isEnabled = true
    package var note: String?

    package var key: String { name }

    /// An entry whose name is known to be sound.
    package init(name: String) {
        self.name = name
    }

    package init(key: FieldText) throws(FieldFault) { name = try key.name() }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .direction: direction = try text.isEmpty ? .outbound : text.choice(Direction.self)
        case .position: position = try text.isEmpty ? 100 : text.number(1...9_999)
        case .numbers: numbers = try text.distinct(50) { (part) throws(FieldFault) in try part.numberPattern() }
        case .trunk: trunk = try text.isEmpty ? nil : text.name()
        case .destination: destination = try text.isEmpty ? nil : text.extensionNumber()
        case .permission: permission = try text.isEmpty ? .local : text.choice(Permission.self)
        case .trunks: trunks = try text.distinct(10) { (part) throws(FieldFault) in try part.name() }
        case .strip: strip = try text.isEmpty ? 0 : text.number(0...20)
        case .prepend: prepend = try text.isEmpty ? nil : text.prefix()
        case .callerNumber: callerNumber = try text.isEmpty ? nil : text.outsideNumber()
        case .enabled: isEnabled = try text.isEmpty ? true : text.flag()
        case .note: note = try text.isEmpty ? nil : text.words(250)
        }
    }

    package var faults: [FieldFault] {
        var faults: [FieldFault] = []
        func refuse(_ isWrong: Bool, _ field: Field, _ words: String) {
            if isWrong { faults.append(FieldFault(field.rawValue, words)) }
        }
        let isInbound = direction == .inbound
        refuse(isInbound && !trunks.isEmpty, .trunks, "an inbound route comes by one --trunk, or by any")
        refuse(isInbound && strip > 0, .strip, "only outbound routes change the number")
        refuse(isInbound && prepend != nil, .prepend, "only outbound routes change the number")
        refuse(isInbound && callerNumber != nil, .callerNumber, "only outbound routes show a number")
        refuse(!isInbound && trunk != nil, .trunk, "an outbound route has --trunks")
        refuse(!isInbound && destination != nil, .destination, "an outbound route goes outside by its --trunks")
        refuse(!isInbound && numbers.isEmpty, .numbers, "an outbound route has --numbers, for instance NXXXXXX")
        refuse(!isInbound && trunks.isEmpty, .trunks, "an outbound route has --trunks, in their order")
        return faults
    }
}
