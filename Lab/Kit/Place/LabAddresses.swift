import Vocabulary

/// Who has which address. Public ones are those set aside for documentation.
package struct LabAddresses: Sendable, Hashable {
    package let topology: Topology

    /// The hotel's network, and its router on it.
    package static let lan = "192.168.101"
    package static let router = "192.168.101.1"
    /// The hotel's public address, behind which its network is hidden.
    package static let hotel = "203.0.113.20"
    package static let cloud = "203.0.113.10"
    /// The provider's router. It has no name server: asking it is refused, and stays unanswered once the uplink is cut.
    package static let provider = "203.0.113.1"
    package static let carrier = "203.0.113.50"
    /// A gateway to the telephone network that stands in the hotel.
    package static let onSiteCarrier = "192.168.101.50"

    package init(_ topology: Topology) { self.topology = topology }

    /// Where a server speaks to its peer.
    package func peerLink(_ mode: Mode) -> String {
        switch (topology, mode) {
        case (.hybrid, .primary): "10.10.10.1"
        case (.hybrid, .secondary): "10.20.20.2"
        case (.premise, .primary): "192.168.101.2"
        case (.premise, .secondary): "192.168.101.3"
        }
    }

    /// Where a phone in the hotel reaches a server.
    package func fromPhones(_ mode: Mode) -> String {
        switch (topology, mode) {
        case (.hybrid, .primary): Self.cloud
        case (.premise, .primary): "192.168.101.2"
        case (_, .secondary): "192.168.101.3"
        }
    }

    /// Where the carrier outside reaches a server; the hotel's router passes its calls on to the Secondary.
    package func fromOutside(_ mode: Mode) -> String {
        topology == .hybrid && mode == .primary ? Self.cloud : Self.hotel
    }

    /// The public address that a server behind the hotel's router must name to the outside; nil where it has its own.
    package func external(_ mode: Mode) -> String? {
        topology == .hybrid && mode == .primary ? nil : Self.hotel
    }
}
