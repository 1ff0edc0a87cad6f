import HotelLogic
import Ports
import Vocabulary
import Wire

/// What the service of ringing knows: the machine, and what is on its way from it and to it. It does nothing itself.
struct RingingDesk {
    /// The most notices that wait for the peer; of more the oldest are let go, as with a connection that breaks.
    static let noticesMax = 2_000
    /// An Asterisk that cannot be reached for so long has lost its calls; a link that breaks loses none.
    static let linkPatience = Duration.seconds(3)

    /// How long a node may take after its start to read its wake-ups before somebody is told.
    static let readPatience = Duration.seconds(30)
    /// How long lines may wait for the disk before somebody is told.
    static let keepPatience = Duration.seconds(10)

    let mode: Mode
    let run: BootID
    let settings: RingingServiceSettings
    /// nil until the wake-ups were read.
    var machine: RingingMachine?
    var ledger: LedgerQueue
    /// How far the ledger on the disk was read; nil until then.
    var readUpTo: WakeUpMark?
    var calls = WakeUpCalls()
    var door: CallDoor
    var bell = DeskBell()
    var phones: HousePhones?
    private(set) var languages = HouseLanguages()
    private var post: RingingPost
    private(set) var notices: [RingingNotice] = []
    /// What is to be done in Asterisk; taken out by the service.
    var errands: [RingingErrand] = []
    private(set) var hasMoved = false
    /// Whether Asterisk is being looked at, and is to be once more.
    var (isLooking, lookIsWanted) = (false, false)
    /// Whether Asterisk may have calls of this program, or its dialplan words on them; unknown after a start.
    var mayHaveCalls = true
    /// What nobody can be called about, in words for the log and as events.
    var words: [RingingWord] = []
    private var told = Told()
    /// Since when the wake-ups should have been read.
    private(set) var unreadSince: Instant?
    /// Since when lines are not kept, and why not.
    private(set) var unkept: (since: Instant, failure: WakeUpLedgerFailure)?

    /// What the machine was told last.
    private struct Told {
        var isFirst: Bool?
        var epoch = Epoch(rawValue: 0)
        var isDatabaseUp: Bool?
        var isAsteriskUp: Bool?
        var asteriskGoneSince: Instant?
        var phones: HousePhones?
        var peerHeardAt: Instant?
        var unheardAt: Instant?
        var isClockAhead = false
        var clockConfirmations: UInt64?
    }

    init(mode: Mode, run: BootID, settings: RingingServiceSettings, at now: Instant) {
        self.mode = mode
        self.run = run
        self.settings = settings
        ledger = LedgerQueue(run: run)
        door = CallDoor(perSecond: settings.ringing.callsPerSecond, at: now)
        post = RingingPost(node: mode)
    }

    // MARK: Time and facts

    /// Time passed; what changed besides is told first.
    mutating func tick(_ facts: RingingFacts, at now: Instant, wall: WallTime) {
        guard machine != nil else {
            unreadSince = unreadSince ?? now
            return
        }
        languages = facts.languages
        tell(facts, now, wall)
        input { $0.tick(at: now, wall: wall) }
        takeBackWaiting(for: CallDoor.waitMax, at: now, wall: wall)
        ringDesk()
    }

    private mutating func tell(_ facts: RingingFacts, _ now: Instant, _ wall: WallTime) {
        if let isFirst = facts.isFirst, told.isFirst != isFirst || told.epoch != facts.epoch {
            (told.isFirst, told.epoch) = (isFirst, facts.epoch)
            input { $0.roleChanged(isFirst: isFirst, epoch: facts.epoch, at: now, wall: wall) }
        }
        if told.isDatabaseUp != facts.isDatabaseUp {
            told.isDatabaseUp = facts.isDatabaseUp
            input { $0.databaseChanged(isUp: facts.isDatabaseUp, at: now, wall: wall) }
        }
        if let phones = facts.phones, phones != told.phones {
            told.phones = phones
            self.phones = phones
            input { $0.phonesAre(phones.rooms, at: now, wall: wall) }
        }
        tellAsterisk(facts.isAsteriskRunning, now, wall)
        tell(facts.peer, now, wall)
        tellClock(facts.clock, now, wall)
        defer { told.clockConfirmations = facts.clockConfirmations }
        guard let known = told.clockConfirmations, known != facts.clockConfirmations else { return }
        input { $0.clockConfirmed(at: now, wall: wall) }
    }

    /// A link to Asterisk that breaks for a moment ends no call, so it is waited for.
    private mutating func tellAsterisk(_ isRunning: Bool, _ now: Instant, _ wall: WallTime) {
        guard !isRunning else {
            if told.asteriskGoneSince != nil || told.isAsteriskUp != true { look() }
            told.asteriskGoneSince = nil
            guard told.isAsteriskUp != true else { return }
            told.isAsteriskUp = true
            return input { $0.asteriskChanged(isUp: true, at: now, wall: wall) }
        }
        told.asteriskGoneSince = told.asteriskGoneSince ?? now
        guard told.isAsteriskUp == true, let since = told.asteriskGoneSince, now - since >= Self.linkPatience else {
            return
        }
        told.isAsteriskUp = false
        calls.interrupted()
        door.interrupted()
        bell.interrupted()
        input { $0.asteriskChanged(isUp: false, at: now, wall: wall) }
    }

    private mutating func tell(_ peer: RingingFacts.Peer, _ now: Instant, _ wall: WallTime) {
        switch peer {
        case .unknown: return
        case .unheard:
            told.peerHeardAt = nil
            guard told.unheardAt.map({ now - $0 >= .seconds(1) }) ?? true else { return }
            told.unheardAt = now
            input { $0.peerUnheard(at: now, wall: wall) }
        case .heard(let ringing, let isMutual):
            told.unheardAt = nil
            guard told.peerHeardAt != ringing.at else { return }
            told.peerHeardAt = ringing.at
            input {
                $0.peerHeard(ringing.stand, pause: ringing.pause, isMutual: isMutual, at: now, wall: wall)
            }
        }
    }

    /// A peer that is not heard any more confirms nothing: what is held goes on being held.
    private mutating func tellClock(_ clock: RingingFacts.Clock, _ now: Instant, _ wall: WallTime) {
        switch clock {
        case .unknown: return
        case .inStep:
            guard told.isClockAhead else { return }
            told.isClockAhead = false
            input { $0.clockConfirmed(at: now, wall: wall) }
        case .ahead(let ahead):
            guard !told.isClockAhead else { return }
            told.isClockAhead = true
            let moment = WallTime(microseconds: wall.rawValue - ahead.nanoseconds / 1_000)
            input { $0.clockDoubted(from: moment, at: now, wall: wall) }
        }
    }

    // MARK: The ledger

    /// The wake-ups were read, all of them, for the first time or again.
    mutating func read(_ lines: [WakeUpLine], at now: Instant, wall: WallTime) {
        let day = firstDay(at: wall)
        guard machine != nil else {
            var book = WakeUpBook(lines.map(\.event))
            book.forget(before: day)
            machine = RingingMachine(
                node: mode, run: run, epoch: told.epoch, zone: settings.zone, book: book, settings: settings.ringing,
                at: now)
            hasMoved = true
            return
        }
        input { $0.reread(lines.map(\.event), at: now, wall: wall) }
        machine?.forgot(before: day)
    }

    /// What was due before that day is of no more interest.
    private func firstDay(at wall: WallTime) -> CalendarDate { settings.zone.localTime(at: wall).date.adding(days: -2) }

    func isLongOver(_ occurrence: Occurrence, _ wall: WallTime) -> Bool { occurrence.date < firstDay(at: wall) }

    mutating func learned(_ events: [WakeUpEvent], at now: Instant, wall: WallTime) {
        guard !events.isEmpty else { return }
        input { $0.learned(events, at: now, wall: wall) }
    }

    mutating func caughtUp(asOf look: Instant?, at now: Instant, wall: WallTime) {
        input { $0.caughtUp(asOf: look, at: now, wall: wall) }
    }

    /// What was offered is on the disk.
    mutating func kept(at now: Instant, wall: WallTime) {
        unkept = nil
        guard let serial = ledger.kept() else { return }
        input { $0.stored(serial, at: now, wall: wall) }
    }

    /// What was offered cannot be kept now; it is offered again.
    mutating func notKept(_ failure: WakeUpLedgerFailure, at now: Instant) {
        unkept = (unkept?.since ?? now, failure)
    }

    // MARK: The peer

    /// The peer told something; gives what is to be told it at once. Nil before the wake-ups were read.
    mutating func received(_ letter: RingingLetter, at now: Instant, wall: WallTime) -> RingingLetter? {
        guard machine != nil else { return nil }
        let waiting = notices.count
        take(letter, now, wall)
        // An answer may come before what was to be told earlier: it holds all that was known.
        guard notices.count > waiting, let reply = RingingLetter(Array(notices[waiting...])) else {
            return RingingLetter([])
        }
        notices.removeLast(notices.count - waiting)
        return reply
    }

    /// The peer's reply; whatever it gives rise to goes out like everything else.
    mutating func answered(_ letter: RingingLetter, at now: Instant, wall: WallTime) { take(letter, now, wall) }

    private mutating func take(_ letter: RingingLetter, _ now: Instant, _ wall: WallTime) {
        for notice in letter.notices {
            if let message = post.message(from: notice) {
                input { $0.received(message, at: now, wall: wall) }
            } else {
                input { $0.receivedPart(at: now, wall: wall) }
            }
        }
    }

    /// The next letter to the peer; nil where there is nothing to tell.
    mutating func nextLetter() -> RingingLetter? {
        notices.isEmpty ? nil : RingingPost.letter(from: &notices)
    }

    /// Phones registered, here or with the peer.
    mutating func appeared(_ numbers: [ExtensionNumber], at now: Instant, wall: WallTime) {
        for room in Set(numbers.compactMap { phones?.room(of: $0) }).sorted() {
            input { $0.phoneAppeared(in: room, at: now, wall: wall) }
        }
    }

    // MARK: Directives

    /// Tells the machine, and takes down what it concludes.
    mutating func input(_ body: (inout RingingMachine) -> [RingingDirective]) {
        guard var present = machine else { return }
        // So that it is changed in its place.
        machine = nil
        let directives = body(&present)
        machine = present
        for directive in directives { carryOut(directive) }
    }

    private mutating func carryOut(_ directive: RingingDirective) {
        switch directive {
        case .store(let serial, let events): ledger.append(serial, events)
        case .send(let message): send(message)
        case .ring(let call): ring(call)
        case .hangUp(let attempt, let number):
            for leg in calls.legs(of: attempt) where leg.number != number {
                // One that never went out is over, and nobody has to hear of it.
                if door.takeBack(leg) { _ = calls.ended(leg) } else { errands.append(.hangUp(leg)) }
            }
        case .tellDesk(let news, let count): tellDesk(news, call: count)
        case .standChanged: hasMoved = true
        }
    }

    private mutating func send(_ message: RingingMessage) {
        let wakeUps = machine?.wakeUps
        notices += post.notices(of: message) { wakeUps?[$0.wakeUp]?.place?.room }
        if notices.count > Self.noticesMax { notices.removeFirst(notices.count - Self.noticesMax) }
    }

    var isAsteriskUp: Bool { told.isAsteriskUp == true }

    /// Whether the node stands otherwise than it was last told.
    mutating func takeMoved() -> Bool {
        defer { hasMoved = false }
        return hasMoved
    }

    /// How ringing stands, for heartbeats and people; nil before the wake-ups were read.
    func standing(at now: Instant) -> RingingStanding? {
        machine.map {
            RingingStanding(
                stand: $0.stand, rings: $0.rings(at: now), lastStep: $0.lastStep, dueCount: $0.dueCount,
                unkeptCount: ledger.count, isClockHeld: $0.clockHold != nil)
        }
    }

    /// Asterisk is to be asked how its calls stand, where it may know of any.
    mutating func wantsLook() {
        if isAsteriskUp, mayHaveCalls { look() }
    }

    mutating func takeErrands(at now: Instant) -> [RingingErrand] {
        defer { errands = [] }
        return errands + door.open(isThere: isAsteriskUp && told.asteriskGoneSince == nil, at: now)
    }

    mutating func takeWords() -> [RingingWord] {
        defer { words = [] }
        return words
    }
}
