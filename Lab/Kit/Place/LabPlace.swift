import Vocabulary

/// A place in the lab that has a network namespace of its own.
package enum LabPlace: Sendable, Hashable {
    /// The provider: what carries between the public addresses.
    case internet
    /// The hotel's router, with the switch of its network.
    case router
    case host(Mode)
    /// Something in the outside world, by the last number of its address.
    case outside(Int)
    /// Something on the hotel's network, such as a phone, by the last number of its address.
    case lan(Int)

    /// The end of its namespace's name.
    package var word: String {
        switch self {
        case .internet: "internet"
        case .router: "router"
        case .host(let mode): mode.rawValue
        case .outside(let number): "outside-\(number)"
        case .lan(let number): "lan-\(number)"
        }
    }

    /// The name of its cable in the switch it is plugged into.
    var port: String {
        switch self {
        case .internet: "internet"
        case .router: "hotel"
        case .host(let mode): mode.rawValue
        case .outside(let number): "outside\(number)"
        case .lan(let number): "lan\(number)"
        }
    }
}
