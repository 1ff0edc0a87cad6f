import AsteriskText
import Vocabulary

/// Where the phones and gateways of the property are written down: the door to the store's tables of devices.
///
/// Both calls read the state of the moment and change nothing; they may be repeated and cancelled at will. They throw
/// `unavailable` where the store does not answer, and nothing else.
package protocol ProvisioningPort: Sendable {
    /// The device with this address and all of its lines; nil where it is not written down, or its extension is off.
    func device(_ address: HardwareAddress) async throws(ConsoleFailure) -> ProvisionedDevice?
    /// The devices on which an extension rings, in the order of their places.
    func devices(ofExtension number: String) async throws(ConsoleFailure) -> [ProvisionedDevice]
}
