/// A service that changes its place.
package struct ServiceMove: Sendable, Hashable {
    package let service: HotelService
    package let from: ServicePlace
    package let to: ServicePlace
    package let why: String
}
