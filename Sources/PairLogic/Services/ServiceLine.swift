/// One line of the chart as it stands now.
package struct ServiceLine: Sendable, Hashable {
    package let service: HotelService
    /// Where it runs, as far as this node can know.
    package let now: ServicePlace
    /// Where it runs, given the present owners, when both nodes are well.
    package let should: ServicePlace
    /// Why it runs where it runs.
    package let why: String
}
