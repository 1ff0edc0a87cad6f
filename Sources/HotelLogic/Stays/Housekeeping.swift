/// How clean a room is, as last reported.
package struct Housekeeping: Sendable, Hashable {
    package enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        case dirty, clean, inspected
        /// Somebody is at work in it.
        case inService = "in-service"
        case outOfOrder = "out-of-order"
    }

    /// The longest code of an attendant.
    package static let attendantLengthMax = 20

    package var status: Status
    /// The code that whoever reported it dialled.
    package var attendant: String?

    package init(_ status: Status, attendant: String? = nil) {
        self.status = status
        self.attendant = attendant
    }
}
