/// A number behind which several extensions ring.
package struct RingGroupEntry: TelephonyEntry {
    package static let kind = TelephonyKind.ringGroups
    /// The most members of one group.
    package static let membersMax = 50

    /// In which order its members ring.
    package enum Strategy: String, Sendable, Hashable, Codable, CaseIterable {
        /// All at once.
        case together
        /// One after another, in the order of the list.
        case inTurn = "in-turn"
    }

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case name, strategy, members, overflow, enabled, note
        case ringSeconds = "ring-seconds"
    }

    package var number: String
    package var name: String
    package var strategy = Strategy.together
    /// How long it rings; in turn, each member.
    package var ringSeconds = 25
    package var members: [String] = []
    /// The extension or group that gets the call when nobody answers; nil is the desk.
    package var overflow: String?
    package var isEnabled = true
    package var note: String?

    package var key: String { number }

    /// An entry whose number is known to be sound.
    package init(number: String) {
        self.number = number
        name = number
    }

    package init(key: FieldText) throws(FieldFault) {
        number = try key.extensionNumber()
        name = number
    }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .name: name = try text.isEmpty ? number : text.words(80)
        case .strategy:
            strategy = try text.isEmpty ? .together : text.choice(Strategy.self)
        case .members:
            members = try text.distinct(Self.membersMax) { (part) throws(FieldFault) in try part.extensionNumber() }
        case .overflow: overflow = try text.isEmpty ? nil : text.extensionNumber()
        case .enabled: isEnabled = try text.isEmpty ? true : text.flag()
        case .note: note = try text.isEmpty ? nil : text.words(250)
        case .ringSeconds:
            ringSeconds = try text.isEmpty ? 25 : text.number(1...600)
        }
    }

    package var faults: [FieldFault] {
        var faults: [FieldFault] = []
        if members.isEmpty { faults.append(FieldFault("members", "a group has members; say --members 201,202")) }
        if overflow == number { faults.append(FieldFault("overflow", "a group cannot hand its calls to itself")) }
        return faults
    }
}
