import LabKit
import Testing
import Vocabulary

extension LabTests {
    /// The whole system: daemons that render, a hotel entered by the product's own verbs, phones, and what can go
    /// wrong. One lab for all of them; each test begins with everything whole.
    @Suite(.openHotel(.hybrid)) struct HotelTests {}
}
