import Logging
import Ports
import ServiceLifecycle
import Vocabulary
import Wire

/// Tells of calls for help that phones of this node make; the dialplan says so, and does not wait for it.
package struct EmergencyService: Service {
    /// The name of the dialplan's notice.
    static let notice = "Emergency"

    private let asterisk: any AsteriskPort
    private let board: NodeBoard

    package init(asterisk: any AsteriskPort, board: NodeBoard) {
        self.asterisk = asterisk
        self.board = board
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            for await event in self.asterisk.events() { self.heard(event) }
        }
    }

    func heard(_ event: AsteriskEvent) {
        guard case .happened(.notice(let notice)) = event, notice.name == Self.notice else { return }
        let room = notice["Room"] ?? ""
        let from = notice["Extension"] ?? ""
        let place = room.isEmpty ? from.isEmpty ? "an unknown phone" : "extension \(from)" : "room \(room)"
        board.events.add(
            EventBox.Entry(
                severity: .alert, kind: .emergency, subject: room.isEmpty ? from : room,
                words: "\(place) called \(notice["Number"] ?? "for help")",
                evidence: from.isEmpty ? [] : ["extension \(from)"]))
    }
}
