import HotelLogic

/// The door to what changes in the house from minute to minute.
package protocol HouseStatePort: Sendable {
    /// What the tables say, at one moment.
    func houseState() async throws(TelephonyFailure) -> HouseStateRows
}
