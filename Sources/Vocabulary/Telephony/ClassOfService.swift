/// What a phone may dial; emergency numbers are always allowed.
package struct ClassOfService: Sendable, Hashable {
    package static let codes = 1...999

    /// The number that extensions, rooms and the PMS name it by.
    package var code: Int
    package var name: String
    package var mayCallRooms: Bool
    package var mayCallStaff: Bool
    /// The kinds of calls outside that it allows.
    package var outside: Set<CallCategory>
    /// The longest call outside, in minutes; nil is no limit.
    package var callMinutesMax: Int?

    package init(
        code: Int, name: String, mayCallRooms: Bool = true, mayCallStaff: Bool = true, outside: Set<CallCategory> = [],
        callMinutesMax: Int? = nil
    ) {
        self.code = code
        self.name = name
        self.mayCallRooms = mayCallRooms
        self.mayCallStaff = mayCallStaff
        self.outside = outside
        self.callMinutesMax = callMinutesMax
    }
}
