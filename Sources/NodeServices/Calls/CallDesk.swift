import HotelLogic
import Logging
import PairLogic
import Ports
import Vocabulary
import Wire

/// What the service of call records knows between looks.
struct CallDesk {
    /// How many chunks of each file one look reads at most.
    private static let passesMax = 64
    /// How long an Asterisk that began anew is given to write down what it did since, before its dead calls are
    /// looked for.
    static let settleTime = Duration.seconds(5)
    /// How often they are looked for while nothing tells of another start.
    static let checkEvery = Duration.seconds(60)
    /// How often is kept that Asterisk lives, while calls are up.
    static let aliveEvery = Duration.seconds(15)
    /// How long a starting node waits for the peer to confirm that it was not restored from an older image.
    static let bootWait = Duration.seconds(15)

    let service: CallService
    let beganAt: Instant
    var reading: CallReading?
    private var book = CallBook()
    /// When Asterisk was last seen alive; it stands still from its death until its dead calls are closed.
    private var aliveAt: WallTime?
    private var aliveKeptAt = Instant(nanoseconds: 0)
    /// Not before this moment are dead calls looked for; nil while Asterisk does not run.
    private var checkAt: Instant?
    private var isCheckDue = true
    private var isCaughtUp = false

    var board: NodeBoard { service.board }

    init(service: CallService) {
        self.service = service
        beganAt = service.clock.now()
    }

    /// Does what is to be done now.
    ///
    /// - Parameter isNew: Asterisk was away since the last look.
    mutating func look(asteriskIsNew isNew: Bool) async {
        noteAsterisk(isNew: isNew)
        guard mayWrite else { return }
        do {
            try await load()
            try await readAll()
            try await closeDeadCalls()
            try await keepAlive()
            board.warn("call-records", nil)
        } catch {
            failed(error)
        }
        publish()
    }

    /// A node that may have been restored from an older image adds no records before it knows: the peer has newer ones.
    private var mayWrite: Bool {
        let (isLost, life) = board.read { ($0.lostFeed != nil, $0.feed.life) }
        guard !isLost, let life, life.suspectAbove == nil else { return false }
        return life.gaps.isEmpty || !service.hasPeer || service.clock.now() - beganAt >= Self.bootWait
    }

    private mutating func noteAsterisk(isNew: Bool) {
        let isRunning = service.asterisk.situation == .running
        if isNew || !isRunning {
            isCheckDue = true
            checkAt = nil
        }
        guard isRunning else { return }
        if checkAt == nil { checkAt = service.clock.now() + Self.settleTime }
        if !isCheckDue { aliveAt = service.clock.wallTime() }
    }

    // MARK: Reading

    private mutating func load() async throws(CallStoreFailure) {
        guard reading == nil else { return }
        let reading = try await service.store.reading()
        self.reading = reading
        book = CallBook(open: reading.open)
        if aliveAt == nil { aliveAt = reading.aliveAt }
    }

    /// Reads what there is and keeps it, each chunk together with its place.
    private mutating func readAll() async throws(CallStoreFailure) {
        isCaughtUp = false
        for _ in 0..<Self.passesMax where !isCaughtUp {
            isCaughtUp = try await readOnce()
        }
    }

    /// Events before records: a record then finds its leg.
    private mutating func readOnce() async throws(CallStoreFailure) -> Bool {
        guard let reading, let events = chunk(of: .events, reading), let records = chunk(of: .records, reading) else {
            return true
        }
        var batch = CallBatch(revision: reading.revision, positions: reading.positions, aliveAt: aliveAt)
        batch.positions[.events] = events.position
        batch.positions[.records] = records.position
        batch.read(events: events.lines, into: &book)
        batch.read(records: records.lines, into: &book)
        if batch.positions != reading.positions || !batch.isEmpty { try await keep(batch) }
        return events.isCaughtUp && records.isCaughtUp
    }

    private func chunk(of file: CallFileName, _ reading: CallReading) -> CallFileChunk? {
        do throws(CallFileFailure) {
            let chunk = try service.files.read(file, after: reading.positions[file])
            board.warn("call-files", nil)
            for notice in chunk.notices { tell(notice, of: file) }
            return chunk
        } catch {
            board.warn("call-files", "call records wait: \(error.words)")
            return nil
        }
    }

    private func tell(_ notice: CallFileChunk.Notice, of file: CallFileName) {
        let words: String
        switch notice {
        case .rotated: return service.logger.info("Asterisk's file of \(file) was rotated")
        case .replaced: words = "was cut off or replaced in place; lines that were not read before that are lost"
        case .gone: words = "is gone; lines that were not read before that are lost"
        }
        service.logger.warning("Asterisk's file of \(file) \(words)")
        board.record(
            .item, "Asterisk's file of \(file) \(words)", [file.path], at: service.clock.wallTime(),
            as: EventSort(.calls, .warning, about: file.path))
    }

    private mutating func keep(_ batch: CallBatch) async throws(CallStoreFailure) {
        // Until it is known what was kept, nothing is: the book has read on.
        reading = nil
        reading = try await service.store.keep(batch)
        aliveKeptAt = service.clock.now()
        for line in batch.refused {
            service.logger.warning(
                "a line of Asterisk's \(line.file) is no record and is kept aside", metadata: ["why": "\(line.reason)"])
        }
        guard let first = batch.refused.first else { return }
        board.record(
            .item, "\(batch.refused.count) lines of Asterisk's call files are no records; they are kept aside",
            ["\(first.file): \(first.reason)"], at: service.clock.wallTime(),
            as: EventSort(.calls, .warning, about: "refused lines"))
    }

    // MARK: Dead calls

    /// Closes the calls that died with an Asterisk, once the one that runs now began anew and all is read.
    private mutating func closeDeadCalls() async throws(CallStoreFailure) {
        guard isCaughtUp, let due = checkAt, service.clock.now() >= due, let started = await asteriskStart() else {
            return
        }
        guard let alive = await channels() else { return }
        // What ended before the channels were listed is in the files by now.
        try await readAll()
        guard isCaughtUp, let reading else { return }
        var batch = CallBatch(
            revision: reading.revision, positions: reading.positions, aliveAt: aliveAt.map { min($0, started) })
        batch.note(book.caughtUp(asteriskStarted: started, alive: alive))
        if !batch.isEmpty {
            try await keep(batch)
            tellInterrupted(batch.entries)
        }
        isCheckDue = false
        checkAt = service.clock.now() + Self.checkEvery
    }

    /// The latest moment at which the running Asterisk can have begun.
    private func asteriskStart() async -> WallTime? {
        guard let lines = try? await service.asterisk.command(AsteriskUptime.command),
            let seconds = AsteriskUptime.seconds(in: lines)
        else { return nil }
        return WallTime(microseconds: service.clock.wallTime().rawValue - seconds * 1_000_000)
    }

    private func channels() async -> Set<String>? {
        (try? await service.asterisk.channels()).map { Set($0.map(\.facts.id)) }
    }

    private func tellInterrupted(_ entries: [CallEntry]) {
        guard !entries.isEmpty else { return }
        service.logger.notice("calls died with Asterisk", metadata: ["count": "\(entries.count)"])
        board.record(
            .item, "\(entries.count) calls died with Asterisk and are recorded as interrupted",
            entries.prefix(3).map { "\($0.calling) to \($0.dialled), \($0.callID)" }, at: service.clock.wallTime(),
            as: EventSort(.calls, .information, about: "interrupted"))
    }

    /// Keeps now and then that Asterisk lives, so that the end of a call that dies with it is known about.
    private mutating func keepAlive() async throws(CallStoreFailure) {
        guard let reading, !reading.open.isEmpty, aliveAt != reading.aliveAt,
            service.clock.now() - aliveKeptAt >= Self.aliveEvery
        else { return }
        try await keep(CallBatch(revision: reading.revision, positions: reading.positions, aliveAt: aliveAt))
    }

    // MARK: Telling

    private mutating func failed(_ failure: CallStoreFailure) {
        reading = nil
        isCaughtUp = false
        switch failure {
        case .moved, .retry: service.logger.debug("call records are tried again: \(failure.words)")
        case .unavailable, .database:
            board.warn("call-records", "call records wait in Asterisk's files: \(failure.words)")
        }
    }

    private func publish() {
        guard let reading else { return }
        let report = CallReadingReport(reading, isCaughtUp: isCaughtUp)
        board.change { $0.calls = report }
    }
}

extension CallBatch {
    /// Nothing to keep but how far was read.
    fileprivate var isEmpty: Bool { entries.isEmpty && opened.isEmpty && closed.isEmpty && refused.isEmpty }
}
