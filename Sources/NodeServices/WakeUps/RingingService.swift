import HotelLogic
import Logging
import PairLogic
import Ports
import ServiceLifecycle
import Synchronization
import Vocabulary
import Wire

/// Wakes the guests of the house, together with the peer: feeds a ``RingingMachine`` all that bears on it, and carries
/// out what it concludes.
///
/// What happens is told to the machine where it happens, one input after the other; keeping lines, talking to the peer
/// and calling phones are tasks of their own, so that none of them holds up another.
package final class RingingService: Service {
    /// How often time is told.
    static let tickEvery = Duration.milliseconds(100)
    /// How often is looked whether lines arrived in the ledger.
    static let readEvery = Duration.milliseconds(250)
    /// How soon what failed is tried again.
    static let retryEvery = Duration.milliseconds(250)
    /// How often is looked what stands beside claims before phones ring all the same.
    static let arrivalLooksMax = 4
    /// How often a call is hung up before it is left to its own end.
    static let hangUpTriesMax = 4
    /// How often Asterisk is looked at though nothing asks for it.
    static let lookEvery = Duration.seconds(10)

    let ledger: any WakeUpLedgerPort
    let asterisk: any AsteriskPort
    let control: (any ControlPort)?
    let board: NodeBoard
    let clock: any ClockPort
    let logger: Logger
    private let settings: RingingServiceSettings
    private let desk: Mutex<RingingDesk>
    private let errands: AsyncStream<RingingErrand>
    private let errandSource: AsyncStream<RingingErrand>.Continuation
    private let linesWaiting = Bell()
    private let noticesWaiting = Bell()
    private let readWanted = Bell()

    /// - Parameters:
    ///   - control: the way to the peer; nil without one.
    ///   - run: this run of the daemon, the same as in heartbeats.
    package init(
        ledger: any WakeUpLedgerPort, asterisk: any AsteriskPort, control: (any ControlPort)?, board: NodeBoard,
        clock: any ClockPort, run: BootID, settings: RingingServiceSettings, logger: Logger
    ) {
        self.ledger = ledger
        self.asterisk = asterisk
        self.control = control
        self.board = board
        self.clock = clock
        self.settings = settings
        self.logger = logger
        desk = Mutex(RingingDesk(mode: board.mode, run: run, settings: settings, at: clock.now()))
        // What waits is bounded by the calls that the machine makes at once.
        (errands, errandSource) = AsyncStream.makeStream()
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.every(Self.tickEvery) { self.tick() } }
                group.addTask { await self.every(Self.readEvery) { self.readWanted.ring() } }
                group.addTask { await self.every(Self.lookEvery) { self.tell { desk, _, _ in desk.wantsLook() } } }
                group.addTask { await self.readLedger() }
                group.addTask { await self.keepLines() }
                group.addTask { await self.talk() }
                group.addTask { for await event in self.asterisk.events() { self.heard(event) } }
                group.addTask { await self.runErrands() }
                await group.waitForAll()
            }
        }
        tell { desk, now, wall in desk.takeBackWaiting(for: .zero, at: now, wall: wall) }
        // What was concluded last is kept as well, where that can be.
        while let batch = desk.withLock({ $0.ledger.next() }), (try? await ledger.append(batch)) != nil {
            tell { desk, now, wall in desk.kept(at: now, wall: wall) }
        }
    }

    // MARK: Inputs from the house

    /// Lines were written to the ledger by somebody in this daemon; they count at once.
    package func learned(_ lines: [WakeUpLine]) {
        tell { desk, now, wall in desk.learned(lines.map(\.event), at: now, wall: wall) }
    }

    /// Phones registered with the peer.
    package func appeared(_ endpoints: [String]) {
        let numbers = endpoints.compactMap { try? ExtensionNumber($0) }
        tell { desk, now, wall in desk.appeared(numbers, at: now, wall: wall) }
    }

    /// The peer told something about ringing; nil while nothing can be said here yet.
    package func received(_ letter: RingingLetter) -> RingingLetter? {
        tell { desk, now, wall in desk.received(letter, at: now, wall: wall) }
    }

    /// The wake-ups as they stand here; nil before they were read.
    package var wakeUps: WakeUpBook? { desk.withLock { $0.machine?.wakeUps } }

    // MARK: Telling the desk

    /// Has the desk take an input; then whatever follows from it is on its way, in its order.
    @discardableResult
    private func tell<T: Sendable>(_ body: (inout RingingDesk, Instant, WallTime) -> T) -> T {
        let (now, wall) = (clock.now(), clock.wallTime())
        let (value, hasMoved, words) = desk.withLock { desk in
            let value = body(&desk, now, wall)
            // Inside the lock, so that no heartbeat tells an older stand after a newer one.
            if let standing = desk.standing(at: now) { board.change { $0.ringing = standing } }
            for errand in desk.takeErrands(at: now) { errandSource.yield(errand) }
            if desk.ledger.count > 0 { linesWaiting.ring() }
            if !desk.notices.isEmpty { noticesWaiting.ring() }
            return (value, desk.takeMoved(), desk.takeWords())
        }
        if hasMoved { board.standMoved.ring() }
        for word in words {
            logger.warning("\(word.text)")
            board.record(.node, word.text, [], at: wall, as: word.sort)
        }
        return value
    }

    private func tick() {
        let isRunning = asterisk.situation == .running
        let now = clock.now()
        let facts = board.read {
            RingingFacts($0, settings, hasPeer: control != nil, isAsteriskRunning: isRunning, at: now)
        }
        let (missed, troubles) = tell { desk, now, wall in
            desk.tick(facts, at: now, wall: wall)
            return (desk.machine?.missedRooms ?? [], desk.troubles(at: now, wall: wall))
        }
        for (topic, trouble) in troubles.sorted(by: { $0.key < $1.key }) { board.warn(topic, trouble) }
        board.warn("wake-ups-missed", missed.isEmpty ? nil : Self.words(missed))
    }

    private static func words(_ missed: [RoomNumber]) -> String {
        let first = missed.prefix(10).map(\.description).joined(separator: ", ")
        return "nobody was woken in " + (missed.count == 1 ? "room " : "rooms ") + first
            + (missed.count > 10 ? " and \(missed.count - 10) more" : "") + "; go and knock"
    }

    private func heard(_ event: AsteriskEvent) {
        switch event {
        case .situation: tick()
        case .missed: tell { desk, _, _ in desk.wantsLook() }
        case .happened(let event): tell { desk, now, wall in desk.heard(event, at: now, wall: wall) }
        }
    }

    // MARK: Reading and keeping lines

    private func readLedger() async {
        var reader = WakeUpReader(ledger: ledger, board: board, zone: settings.zone, clock: clock, logger: logger)
        for await _ in readWanted.rings {
            // Before the lines are read: what was current then is among them.
            let look = board.read(\.ledgerCurrentAsOf)
            switch await reader.look() {
            case .everything(let lines): tell { desk, now, wall in desk.read(lines, at: now, wall: wall) }
            case .news(let events): tell { desk, now, wall in desk.learned(events, at: now, wall: wall) }
            case .nothing:
                tell { desk, now, wall in desk.caughtUp(asOf: nil, at: now, wall: wall) }
                continue
            }
            let mark = reader.mark
            tell { desk, now, wall in
                desk.readUpTo = mark
                desk.caughtUp(asOf: look, at: now, wall: wall)
            }
        }
    }

    private func keepLines() async {
        for await _ in linesWaiting.rings {
            while let batch = desk.withLock({ $0.ledger.next() }) {
                do throws(WakeUpLedgerFailure) {
                    _ = try await ledger.append(batch)
                    let arrived = await arrivals(beside: batch)
                    tell { desk, now, wall in
                        desk.learned(arrived, at: now, wall: wall)
                        desk.kept(at: now, wall: wall)
                    }
                } catch {
                    tell { desk, now, _ in desk.notKept(error, at: now) }
                    logger.debug("lines of wake-ups are not kept yet: \(error.words)")
                    do { try await clock.sleep(for: Self.retryEvery) } catch { return }
                }
            }
        }
    }

    /// What stands on the disk once claims are kept there, and was perhaps not read yet: the copy may have brought back
    /// attempts of this node that its disk had lost, and no phone is to ring for them again.
    ///
    /// What cannot be read within a second is not waited for: the lines behind would wait as well.
    private func arrivals(beside batch: WakeUpBatch) async -> [WakeUpEvent] {
        guard batch.events.contains(where: \.isClaim), let mark = desk.withLock({ $0.readUpTo }) else { return [] }
        for _ in 0..<Self.arrivalLooksMax {
            do throws(WakeUpLedgerFailure) {
                return try await ledger.lines(after: mark)?.lines.map(\.event) ?? []
            } catch {
                logger.debug("what stands beside claims is not read yet: \(error.words)")
                do { try await clock.sleep(for: Self.retryEvery) } catch { return [] }
            }
        }
        return []
    }

    // MARK: The peer

    private func talk() async {
        guard let control else { return }
        for await _ in noticesWaiting.rings {
            while let letter = desk.withLock({ $0.nextLetter() }) {
                do throws(ControlFailure) {
                    guard case .ringing(let reply) = try await control.request(.ringing(letter)) else { continue }
                    if !reply.notices.isEmpty { answer(reply) }
                } catch {
                    if case .cancelled = error { return }
                    logger.debug("the peer was not told of ringing: \(error.words)")
                }
            }
        }
    }

    /// What the peer's reply gives rise to goes out as a request.
    private func answer(_ letter: RingingLetter) {
        tell { desk, now, wall in desk.answered(letter, at: now, wall: wall) }
    }

    // MARK: Asterisk

    private func runErrands() async {
        await withDiscardingTaskGroup { group in
            for await errand in errands { group.addTask { await self.run(errand) } }
            group.cancelAll()
        }
    }

    private func run(_ errand: RingingErrand) async {
        switch errand {
        case .call(let name, let order):
            let result: Result<CallOutcome, AsteriskFailure>
            do throws(AsteriskFailure) { result = .success(try await asterisk.originate(order)) } catch {
                result = .failure(error)
            }
            tell { desk, now, wall in desk.ended(name, result, at: now, wall: wall) }
        case .hangUp(let name): await hangUp(name)
        case .look:
            guard let entries = try? await asterisk.entries(family: DialplanWord.family),
                let channels = try? await asterisk.channels()
            else { return tell { desk, _, _ in desk.lookFailed() } }
            let ids = Set(channels.map(\.facts.id))
            tell { desk, now, wall in desk.looked(entries, channels: ids, at: now, wall: wall) }
        case .forget(let name):
            try? await asterisk.remove(family: DialplanWord.family, key: name.description)
        }
    }

    /// An order to hang up may overtake the one to call, so it is given again while the call is open.
    private func hangUp(_ name: WakeUpCallName) async {
        for _ in 0..<Self.hangUpTriesMax {
            do throws(AsteriskFailure) { return try await asterisk.hangUp(channel: name.description) } catch {
                logger.debug("\(name) was not hung up: \(error.words)")
            }
            guard desk.withLock({ $0.calls.isOpen(name) }) else { return }
            do { try await clock.sleep(for: Self.retryEvery) } catch { return }
        }
    }

    private func every(_ interval: Duration, _ body: () -> Void) async {
        while !Task.isCancelled {
            let next = clock.now() + interval
            body()
            do { try await clock.sleep(until: next) } catch { return }
        }
    }
}
