/// How the two servers stand to each other.
package enum Topology: String, Sendable, Hashable, Codable, CaseIterable {
    /// The Primary in the cloud, the Secondary in the hotel, a tunnel between.
    case hybrid
    /// Both in the hotel, on one network.
    case premise
}
