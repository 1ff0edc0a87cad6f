import Logging
import PairLogic
import Ports
import ServiceLifecycle
import Synchronization
import Vocabulary
import Wire

/// The last registration wins: a phone that moved to one node leaves no contact behind at the other.
///
/// Such a contact still answers probes, and a call that is tried on it costs seconds. So each node tells the other
/// which phones registered with it anew, and takes away what those left behind here. Calls do not depend on it: a
/// contact that leads nowhere is given up by the dialplan, and expires.
package final class RegistrationService: Service {
    /// After an event several are awaited, since phones move in crowds.
    static let gatherFor = Duration.milliseconds(250)
    /// How often Asterisk is looked at without an event, and the peer told again what it has not heard.
    static let lookEvery = Duration.seconds(10)

    private let asterisk: any AsteriskPort
    private let control: any ControlPort
    private let board: NodeBoard
    private let clock: any ClockPort
    private let logger: Logger
    private let wanted = Bell()
    private let book = Mutex(RegistrationBook())

    package init(
        asterisk: any AsteriskPort, control: any ControlPort, board: NodeBoard, clock: any ClockPort, logger: Logger
    ) {
        self.asterisk = asterisk
        self.control = control
        self.board = board
        self.clock = clock
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await event in self.asterisk.events() {
                        switch event {
                        case .situation, .missed, .happened(.contactChanged): self.wanted.ring()
                        case .happened: break
                        }
                    }
                }
                group.addTask {
                    repeat { self.wanted.ring() } while (try? await self.clock.sleep(for: Self.lookEvery)) != nil
                    self.wanted.end()
                }
                group.addTask {
                    for await _ in self.wanted.rings {
                        try? await self.clock.sleep(for: Self.gatherFor)
                        await self.look()
                    }
                }
                await group.waitForAll()
            }
        }
    }

    /// Looks who registered, and tells the peer.
    func look() async {
        guard asterisk.situation == .running, let contacts = try? await asterisk.contacts() else {
            return book.withLock { $0.lost() }
        }
        let now = clock.now()
        let wallTime = clock.wallTime()
        let news = book.withLock { book in
            book.looked(contacts, at: now, wallTime: wallTime)
            return book.news(at: now)
        }
        guard !news.isEmpty else { return }
        do throws(ControlFailure) {
            // An older peer does not know the message, and a refusal does not become another answer by asking again.
            _ = try await control.request(.registered(.init(phones: news)))
            book.withLock { $0.told(news) }
        } catch {
            logger.debug("the peer was not told of \(news.count) phones: \(error)")
        }
    }

    /// Phones registered with the peer: takes away what they left behind here.
    func registered(_ there: ControlRequest.Registered) async {
        for phone in there.phones {
            guard let contacts = try? await asterisk.contacts(of: phone.endpoint) else { continue }
            let wallTime = clock.wallTime()
            for id in book.withLock({ $0.leftBehind(contacts, by: phone, wallTime: wallTime) }) {
                do throws(AsteriskFailure) {
                    try await asterisk.removeContact(id: id)
                } catch {
                    logger.info("a contact that was left behind stays: \(error.words)", metadata: ["contact": "\(id)"])
                    continue
                }
                book.withLock { $0.removed(id) }
                board.record(
                    .item,
                    "extension \(phone.endpoint) registered with the \(board.mode.peer); its contact here is gone",
                    ["the phone at \(phone.host)"], at: wallTime,
                    as: EventSort(.telephony, .information, about: phone.endpoint))
            }
        }
    }
}
