import HotelLogic
import Logging
import PairLogic
import Ports
import ServiceLifecycle
import Vocabulary

/// Has wake-ups follow their guests, where one node set them while the other, unseen, moved the guests or checked them
/// out. The owner of the guests does so, soon after both see each other again.
package struct StrayWakeUpService: Service {
    /// How often is looked.
    static let lookEvery = Duration.seconds(15)

    private let store: any GuestStorePort
    private let board: NodeBoard
    private let clock: any ClockPort
    private let zone: ZoneRules
    private let logger: Logger

    package init(
        store: any GuestStorePort, board: NodeBoard, clock: any ClockPort, zone: ZoneRules, logger: Logger
    ) {
        self.store = store
        self.board = board
        self.clock = clock
        self.zone = zone
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { await look() } while (try? await clock.sleep(for: Self.lookEvery)) != nil
        }
    }

    func look() async {
        let mode = board.mode
        let isOwner = board.read { content in
            content.hasWholeMemory && content.scopes.contains { $0.scope == .guest && $0.owner == mode }
        }
        guard isOwner else { return }
        do throws(GuestFailure) {
            let reading = try await store.guests()
            guard reading.owner == reading.node else { return }
            let strays = reading.frontDesk(in: zone).strays
            guard !strays.isEmpty else { return }
            let ended = try await store.ended(Set(strays.compactMap(\.place?.stay)))
            let (now, zone) = (clock.wallTime(), zone)
            let outcome = try await store.change(by: .system, at: now, isOwnerOnly: true) { reading in
                reading.frontDesk(in: zone).followStrays(ended: ended, at: now)
            }
            for event in outcome.decision.wakeUps.events { tell(event, outcome.reading) }
        } catch {
            logger.debug("wake-ups were not looked through for strays", metadata: ["reason": "\(error)"])
        }
    }

    private func tell(_ event: WakeUpEvent, _ reading: GuestReading) {
        guard case .edited(let edit) = event.what else { return }
        let id = edit.wakeUp
        let former = reading.book[id]?.place
        let room = former?.room ?? event.room
        let words =
            switch edit.change {
            case .moved(let place) where place.room != room:
                "wake-up \(id) follows its guest from room \(room) to room \(place.room)"
            case .moved:
                "wake-up \(id) of room \(room) is for who stays there now: it was set for a guest who is not there; ask"
            case .cancelled, .set, .changed: "wake-up \(id) of room \(room) is cancelled: its guest has left"
            }
        board.events.add(
            EventBox.Entry(severity: .warning, kind: .wakeUp, subject: "wake-up \(id)", words: words))
    }
}
