import HotelLogic

/// The door behind the menus of the house's phones.
package protocol MenuDeskPort: Sendable {
    /// Does what a menu asks for its caller, or tells why not; never for longer than a caller waits.
    func answer(_ request: MenuRequest, of caller: MenuCaller) async -> MenuAnswer

    /// The language that the caller is spoken to in, where the house knows one: two letters.
    func language(of caller: MenuCaller) async -> String?
}
