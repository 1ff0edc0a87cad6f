import Ports
import Wire

/// A daemon that acknowledges everything.
struct Acknowledging: ControlAnswering {
    func answer(_ request: ControlRequest) async -> ControlReply { .acknowledge }
    func refused(_ refusal: ControlRefusal) {}
}
