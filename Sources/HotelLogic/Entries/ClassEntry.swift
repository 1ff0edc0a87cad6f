/// What a phone of a class may dial; emergency numbers are always allowed.
package struct ClassEntry: TelephonyEntry {
    package static let kind = TelephonyKind.classes

    /// What a class may allow, by the words of the field `may-call`.
    package enum Permission: String, Sendable, CaseIterable {
        case rooms, staff, local, national, international, premium
    }

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case name
        case mayCall = "may-call"
        case callMinutes = "call-minutes"
    }

    package var code: Int
    package var name: String
    package var mayCallRooms: Bool
    package var mayCallStaff: Bool
    package var mayCallLocal: Bool
    package var mayCallNational: Bool
    package var mayCallInternational: Bool
    package var mayCallPremium: Bool
    /// The longest call outside, in minutes; nil is no limit.
    package var callMinutesMax: Int?

    package var key: String { String(code) }

    package init(
        code: Int, name: String, mayCallRooms: Bool = true, mayCallStaff: Bool = true, mayCallLocal: Bool = false,
        mayCallNational: Bool = false, mayCallInternational: Bool = false, mayCallPremium: Bool = false,
        callMinutesMax: Int? = nil
    ) {
        self.code = code
        self.name = name
        self.mayCallRooms = mayCallRooms
        self.mayCallStaff = mayCallStaff
        self.mayCallLocal = mayCallLocal
        self.mayCallNational = mayCallNational
        self.mayCallInternational = mayCallInternational
        self.mayCallPremium = mayCallPremium
        self.callMinutesMax = callMinutesMax
    }

    package init(key: FieldText) throws(FieldFault) {
        let code = try key.number(1...999)
        guard String(code) == key.text else { throw key.fault("\(key.quoted) is written \(code)") }
        self.init(code: code, name: "class \(code)")
    }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .name: name = try text.isEmpty ? "class \(code)" : text.words(60)
        case .mayCall: try allow(text)
        case .callMinutes: callMinutesMax = try text.isEmpty ? nil : text.number(1...65_535)
        }
    }

    /// What it allows, in the order of the words.
    package var permissions: [Permission] {
        let allowed: [(Permission, Bool)] = [
            (.rooms, mayCallRooms), (.staff, mayCallStaff), (.local, mayCallLocal), (.national, mayCallNational),
            (.international, mayCallInternational), (.premium, mayCallPremium),
        ]
        return allowed.filter(\.1).map(\.0)
    }

    /// `rooms,staff,local`, or `none`; nothing is the standard of a new class.
    private mutating func allow(_ text: FieldText) throws(FieldFault) {
        var allowed: Set<Permission> = text.isEmpty ? [.rooms, .staff] : []
        if text.text != "none" { for part in text.parts { allowed.insert(try part.choice(Permission.self)) } }
        mayCallRooms = allowed.contains(.rooms)
        mayCallStaff = allowed.contains(.staff)
        mayCallLocal = allowed.contains(.local)
        mayCallNational = allowed.contains(.national)
        mayCallInternational = allowed.contains(.international)
        mayCallPremium = allowed.contains(.premium)
    }

    /// The class of staff extensions that name none.
    package static let staffStandard = 3

    /// The classes of a house that made none of its own.
    package static let standard = [
        ClassEntry(code: 1, name: "internal"),
        ClassEntry(code: 2, name: "local", mayCallLocal: true),
        ClassEntry(code: 3, name: "national", mayCallLocal: true, mayCallNational: true),
        ClassEntry(
            code: 4, name: "international", mayCallLocal: true, mayCallNational: true, mayCallInternational: true),
        ClassEntry(
            code: 5, name: "unrestricted", mayCallLocal: true, mayCallNational: true, mayCallInternational: true,
            mayCallPremium: true),
    ]
}
