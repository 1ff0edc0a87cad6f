/// Why the house does not do what a menu asked.
package enum MenuRefusal: String, Sendable, Hashable, CaseIterable {
    /// It makes no sense: another time, another room.
    case invalid
    /// Not for this phone: no room, or nobody stays in it.
    case notHere
    /// Not now: the database, or the owner, is away.
    case notNow
}
