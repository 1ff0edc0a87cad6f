import Vocabulary

extension StateKey {
    /// The families below which the daemon keeps the state of the house.
    package static let pushedFamilies = ["room", "staff", "forward", "owner"]

    /// A place that was found in the database, where it is one of the house's state; anything else in those families is
    /// somebody else's and is let alone.
    package init?(pushedFamily family: String, key: String) {
        let steps = family.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let subject = steps.count == 2 ? steps[1] : ""
        let found: StateKey?
        switch steps.first {
        case "room":
            found = (try? RoomNumber(subject)).flatMap { room in
                [.roomName(room), .roomClass(room), .roomDoNotDisturb(room), .roomBox(room)].first { $0.key == key }
            }
        case "staff":
            found = (try? ExtensionNumber(subject)).map { .staffDoNotDisturb($0) }
        case "forward":
            found = (try? ExtensionNumber(subject)).flatMap { number in
                ForwardingOccasion(rawValue: key).map { .forwarding(number, $0.rawValue) }
            }
        case "owner": found = .guestOwner
        default: found = nil
        }
        guard let found, found.family == family, found.key == key else { return nil }
        self = found
    }
}
