import Ports
import Wire

/// A peer of a former release: it does not know what was added since.
package struct OlderPeer: ControlAnswering {
    package init() {}

    package func answer(_ request: ControlRequest) async -> ControlReply {
        guard case .repair = request else { return .acknowledge }
        return .failed(.init(code: .unknownMessage, words: "no such message"))
    }

    package func refused(_ refusal: ControlRefusal) {}
}
