import HotelLogic
import Vocabulary

/// The two sides of a leg, as the names of Asterisk's channels tell them.
struct CallSides {
    private static let trunkPrefix = "trunk-"

    let direction: CallEntry.Direction
    /// The trunk that the leg came by or left by.
    let trunk: String?
    /// The extension that was reached; nil where it was none.
    let called: String?

    /// - Parameters:
    ///   - channel: of the calling side.
    ///   - other: of the called side; empty where none was reached.
    ///   - trunk: what the dialplan said of it.
    init(channel: String, other: String, trunk: String) {
        let here = Self.endpoint(channel)
        let there = Self.endpoint(other)
        let named = trunk.isEmpty ? nil : trunk
        called = there.isEmpty || there.contains { !("0"..."9").contains($0) } ? nil : there
        if there.hasPrefix(Self.trunkPrefix) {
            direction = .outbound
            self.trunk = String(there.dropFirst(Self.trunkPrefix.count))
        } else if here.hasPrefix(Self.trunkPrefix) {
            direction = .inbound
            self.trunk = String(here.dropFirst(Self.trunkPrefix.count))
        } else if [here, there].contains(PeerTrunk.name) {
            direction = .peer
            self.trunk = nil
        } else {
            direction = named == nil ? .internal : .outbound
            self.trunk = named
        }
    }

    /// `PJSIP/trunk-city-0000001a` is of the endpoint `trunk-city`.
    private static func endpoint(_ channel: String) -> String {
        let name = channel.split(separator: "/", maxSplits: 1).dropFirst().first ?? ""
        return name.lastIndex(of: "-").map { String(name[..<$0]) } ?? String(name)
    }
}
