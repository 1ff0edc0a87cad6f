/// What a phone of a class may dial; emergency numbers are always allowed.
package struct ClassEntry: Sendable, Hashable, Codable {
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
