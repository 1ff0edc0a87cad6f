import AsteriskText
import HotelLogic
import Logging
import PairLogic
import Ports
import Vocabulary

/// What the telephony service knows between looks: what Asterisk should have, and what it was found to have.
struct TelephonyDesk {
    /// How long a reload may take until it shows.
    private static let settleLooks = 50
    private static let settleLookEvery = Duration.milliseconds(100)
    /// How often Asterisk is told that the daemon is alive.
    private static let seenEvery = Duration.seconds(5)

    private let service: TelephonyService
    private var stamp: TelephonyStamp?
    /// What the configuration comes to.
    private var wanted: RenderedFiles?
    /// What stands in Asterisk's folder.
    private var written: RenderedFiles?
    /// A rendering that Asterisk did not take; it is not tried again before the configuration changes.
    private var refused: RenderedFiles?
    /// The generation that Asterisk was found to have loaded since it last started.
    private var loaded: String?
    /// Whether its manager may not know the file that was written for it: Asterisk could not be told to read it.
    private var isManagerUnread = false
    private var seenAt = Instant(nanoseconds: 0)
    /// Why the last rendering was not taken.
    private var reason = ""

    private var board: NodeBoard { service.board }

    init(service: TelephonyService) { self.service = service }

    /// Does what is to be done now.
    mutating func look() async {
        do {
            try await plan()
        } catch {
            return board.warn("telephony", "the telephony configuration cannot be read: \(error)")
        }
        noteSituation()
        if let wanted, wanted != refused {
            if wanted != written { await bring(wanted) } else { await confirm(wanted) }
        }
        if service.asterisk.situation == .running { await tellState() }
    }

    /// Renders what the tables say, where they changed.
    private mutating func plan() async throws(TelephonyFailure) {
        var stamp = try await service.store.stamp()
        guard stamp != self.stamp else { return }
        if self.stamp != nil { stamp = try await ChangeBurst(store: service.store, clock: service.clock).end(stamp) }
        let rendering = service.rendering(try await service.store.configuration())
        self.stamp = stamp
        board.warn("telephony", rendering.leftOut.isEmpty ? nil : words(rendering.leftOut))
        board.change { content in
            content.asterisk.generationWanted = rendering.files.expectation.generation
            content.phones = rendering.phones
        }
        guard rendering.findings.isEmpty else {
            noteRefusal("not written, for Asterisk would stumble over it: \(rendering.findings[0])")
            return
        }
        wanted = rendering.files
    }

    /// Warns, and keeps it for those who ask later.
    private func noteRefusal(_ words: String) {
        board.warn("asterisk", words)
        let refusal = AsteriskReport.Refusal(at: service.clock.wallTime(), words: words)
        board.change { $0.asterisk.lastRefusal = refusal }
    }

    private func words(_ troubles: [TelephonyTrouble]) -> String {
        let first = troubles.prefix(3).map { "\($0)" }.joined(separator: "; ")
        return "left out of Asterisk's files: \(first)" + (troubles.count > 3 ? "; and \(troubles.count - 3) more" : "")
    }

    /// An Asterisk that was started anew has to show again what it loaded.
    private mutating func noteSituation() {
        switch service.asterisk.situation {
        case .running: board.warn("manager", nil)
        case .starting, .booting: forgetAsterisk()
        case .unreachable(let words):
            forgetAsterisk()
            board.warn("manager", "Asterisk's manager does not answer: \(words)")
        case .refused(let words):
            forgetAsterisk()
            board.warn(
                "manager", "Asterisk's manager does not let this node in: \(words); have Asterisk reload it once")
        }
    }

    private mutating func forgetAsterisk() {
        loaded = nil
        seenAt = Instant(nanoseconds: 0)
    }

    /// Makes sure that an Asterisk which was started anew has loaded what stands in its folder.
    private mutating func confirm(_ files: RenderedFiles) async {
        guard service.asterisk.situation == .running else { return }
        await introduce(files)
        guard loaded != files.expectation.generation else { return }
        guard await take(files, changed: []) else {
            return noteRefusal("Asterisk runs with other files than it was given: \(reason)")
        }
        board.warn("asterisk", nil)
    }

    /// Has the manager read its file where it let this node in by the password before; no marker tells of that one.
    private mutating func introduce(_ files: RenderedFiles) async {
        guard isManagerUnread else { return }
        isManagerUnread = false
        _ = await reload(files.names.filter { AsteriskModule.reading([$0]) == [AsteriskModule.manager] })
    }

    /// Writes the files and has Asterisk take them; puts the former ones back where it does not.
    private mutating func bring(_ files: RenderedFiles) async {
        do throws(AsteriskFilesFailure) {
            let former = try service.files.read(files.touchedNames)
            let texts = files.texts(over: former)
            let changed = texts.filter { former[$0.key] != $0.value }.keys.sorted()
            try service.files.write(texts.mapValues(Optional.some))
            guard service.asterisk.situation == .running else {
                written = files
                if AsteriskModule.reading(changed).contains(AsteriskModule.manager) { isManagerUnread = true }
                return board.warn("asterisk", nil)
            }
            if await take(files, changed: changed) {
                written = files
                board.warn("asterisk", nil)
                if !changed.isEmpty {
                    service.logger.info("Asterisk took its files", metadata: ["files": "\(changed.count)"])
                }
                return
            }
            refused = files
            try service.files.write(
                Dictionary(uniqueKeysWithValues: texts.keys.map { ($0, former[$0]) }))
            let reason = reason
            _ = await reload(changed)
            noteRefusal("Asterisk did not take the new files, and has the former ones: \(reason)")
            board.record(
                .item, "Asterisk did not take its new files", [reason, "the former ones were put back"],
                at: service.clock.wallTime(), as: EventSort(.asterisk, .alert, about: "files"))
        } catch {
            board.warn("asterisk", "Asterisk's files cannot be written: \(error.words)")
        }
    }

    /// Has Asterisk read what changed. Where nothing changed it may still not have read it: a daemon that died between
    /// writing and reloading leaves it so.
    private mutating func take(_ files: RenderedFiles, changed: [String]) async -> Bool {
        if changed.isEmpty, await shows(files.expectation) {
            loaded = files.expectation.generation
            return true
        }
        guard await reload(changed.isEmpty ? files.names : changed) else { return false }
        for _ in 0..<Self.settleLooks {
            if await shows(files.expectation) {
                loaded = files.expectation.generation
                return true
            }
            do { try await service.clock.sleep(for: Self.settleLookEvery) } catch { return false }
        }
        reason = "it reloaded and does not show generation \(files.expectation.generation); its log says why"
        return false
    }

    /// Asterisk answers a reload with success also where it kept what it had: only its markers tell.
    private func shows(_ expectation: LoadExpectation) async -> Bool {
        do throws(AsteriskFailure) {
            let generation = expectation.generation
            let record = try await service.asterisk.command(GenerationMarks.recordCommand(generation))
            guard GenerationMarks.isLoaded(generation, inRecord: record) else { return false }
            let globals = try await service.asterisk.command(GenerationMarks.globalsCommand)
            return GenerationMarks.dialplan(inGlobals: globals) == generation
        } catch {
            return false
        }
    }

    private mutating func reload(_ changed: [String]) async -> Bool {
        for module in AsteriskModule.reading(changed) {
            do throws(AsteriskFailure) {
                try await service.asterisk.reload(module: module)
            } catch {
                service.logger.warning("Asterisk did not reload \(module): \(error)")
                guard AsteriskModule.isOptional(module) else {
                    reason = "\(module) did not reload: \(error.words)"
                    return false
                }
            }
        }
        return true
    }

    /// What the dialplan reads from Asterisk's database: whether the daemon is alive.
    private mutating func tellState() async {
        let now = service.clock.now()
        guard now >= seenAt else { return }
        seenAt = now + Self.seenEvery
        let seconds = service.clock.wallTime().rawValue / 1_000_000
        do {
            try await service.asterisk.put([AsteriskEntry(.daemonSeen, value: String(seconds))])
        } catch {
            service.logger.debug("Asterisk's database was not written: \(error)")
        }
    }
}
