import Ports
import Wire

/// A peer's daemon that acknowledges whatever it is asked.
package struct AcknowledgingPeer: ControlAnswering {
    package init() {}

    package func answer(_ request: ControlRequest) async -> ControlReply { .acknowledge }

    package func refused(_ refusal: ControlRefusal) {}
}
