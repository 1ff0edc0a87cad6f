/// A device is used otherwise than before: `DeviceStateChange`. Nothing may be routed on it.
package struct DeviceChange: Sendable, Hashable {
    /// Such as `PJSIP/201`.
    package let device: String
    /// Asterisk's word: `NOT_INUSE`, `INUSE`, `RINGING`, `UNAVAILABLE`.
    package let state: String

    package init(device: String, state: String) {
        self.device = device
        self.state = state
    }

    init?(_ message: AMIMessage) {
        guard let device = message["Device"], let state = message["State"] else { return nil }
        self.init(device: device, state: state)
    }
}
