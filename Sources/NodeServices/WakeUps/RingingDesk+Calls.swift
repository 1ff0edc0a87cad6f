import HotelLogic
import Ports
import Vocabulary
import Wire

extension RingingDesk {
    /// The contexts of the dialplan by which calls go out, and in which those that are taken go on.
    private static let ringContext = "wake-up-ring"
    private static let guestContext = "wake-up"
    private static let deskContext = "wake-up-desk"
    /// What a call may take beyond the ring time until the dialplan has given it up: phones that do not answer at all
    /// are tried here, and then at the peer.
    private static let beyondRinging = Duration.seconds(12)
    /// How long a phone at the desk rings.
    private static let deskRingTime = Duration.seconds(40)

    // MARK: Making calls

    mutating func ring(_ call: RingingCall) {
        let keys = call.snoozeMinutes.sorted { $0.key < $1.key }
        let variables =
            [
                AMIField("WAKE_LANGUAGE", language(of: call) ?? ""),
                AMIField("WAKE_CONFIRM", call.confirmKey.map { "\($0)" } ?? ""),
                AMIField("WAKE_KEYS", keys.map { "\($0.key)" }.joined(separator: "&")),
            ] + keys.map { AMIField("WAKE_KEY_\($0.key)", "\($0.value)") }
        for number in call.numbers {
            make(
                WakeUpCallName(.guest(call.attempt), number: number, run: run), Self.guestContext, "\(call.room)",
                variables, call.ringTime)
        }
    }

    /// As the wake-up says; else the guest's, as the house knows it at this moment.
    private func language(of call: RingingCall) -> String? {
        let place = machine?.wakeUps[call.attempt.occurrence.wakeUp]?.place
        return call.language ?? languages.language(of: place ?? WakeUpPlace(call.room))
    }

    /// Calls the desk, where there is something to tell and Asterisk can call.
    mutating func ringDesk() {
        bell.keep { machine?.concernsDesk($0) ?? true }
        guard isAsteriskUp, let call = bell.next(deskNumbers) else { return }
        let rooms = call.rooms.map(\.description).joined(separator: "&")
        make(
            WakeUpCallName(.desk(call.serial), number: call.number, run: run), Self.deskContext,
            call.rooms.first?.description ?? "", [AMIField("WAKE_ROOMS", rooms)], Self.deskRingTime)
    }

    private mutating func make(
        _ name: WakeUpCallName, _ context: String, _ room: String, _ variables: [AMIField], _ ringTime: Duration
    ) {
        let common = [
            AMIField("WAKE_CALL", name.description), AMIField("WAKE_RING", "\(Int(ringTime.inSeconds))"),
            AMIField("WAKE_ZONE", settings.zone.name),
        ]
        let digits = room.filter(\.isNumber)
        let order = OriginateOrder(
            channel: "Local/\(name.number)@\(Self.ringContext)/n", callID: name.description, context: context,
            extensionNumber: "call", callerID: "Wake-up \(room) <\(digits.isEmpty ? "0" : digits)>",
            variables: common + variables, ringTime: ringTime + Self.beyondRinging)
        calls.began(name)
        mayHaveCalls = true
        door.wait(name, order)
    }

    /// Calls that have waited for so long at the door are over before they went out; that uses up no attempt.
    mutating func takeBackWaiting(for limit: Duration, at now: Instant, wall: WallTime) {
        for name in door.takeBack(olderThan: limit, at: now) { over(name, .interrupted, now, wall) }
    }

    // MARK: What becomes of them

    /// What Asterisk says of a call that it was to make.
    mutating func ended(
        _ name: WakeUpCallName, _ result: Result<CallOutcome, AsteriskFailure>, at now: Instant, wall: WallTime
    ) {
        door.began(name)
        switch result {
        // The dialplan tells that it was taken, and the channel's end that it is over.
        case .success(.answered): calls.connected(name)
        case .success(.busy): over(name, .busy, now, wall)
        case .success(.declined): over(name, .declined, now, wall)
        case .success(.noAnswer), .success(.unreachable(cause: 19)): over(name, .noAnswer, now, wall)
        case .success(.unreachable): over(name, .unreachable, now, wall)
        case .success(.failed(let cause, let told)):
            tell("a wake-up call to \(name.number) failed: \(told) (\(cause))", .information, "\(name.number)")
            over(name, .failed, now, wall)
        case .success(.unknown), .failure(.lost), .failure(.timedOut):
            calls.doubted(name)
            look()
        case .failure(.notConnected): over(name, .interrupted, now, wall)
        // No phone was called, so no attempt is used up.
        case .failure(.tooManyWaiting): over(name, .unreachable, now, wall)
        case .failure(.cancelled): return
        case .failure(let failure):
            tell(
                "a wake-up call to \(name.number) could not be made: \(failure.words)", .information,
                "\(name.number)")
            over(name, .failed, now, wall)
        }
    }

    /// Something happened in Asterisk.
    mutating func heard(_ event: AMIEvent, at now: Instant, wall: WallTime) {
        switch event {
        case .notice(let notice):
            guard notice.name == DialplanWord.event, let name = notice["Call"].flatMap({ WakeUpCallName($0) }),
                let word = notice["Word"].flatMap({ DialplanWord($0) })
            else { return }
            said(word, of: name, now, wall)
        case .channelEnded(let end):
            guard let name = WakeUpCallName(end.channel.id) else { return }
            if calls.isConnected(name) { over(name, nil, now, wall) }
            if calls.isDoubtful(name) { look() }
        case .contactChanged(let change):
            guard change.status == .created || change.status == .reachable,
                let number = try? ExtensionNumber(change.endpoint)
            else { return }
            appeared([number], at: now, wall: wall)
        case .channelBegan(let channel):
            // The two ends of the way to the dialplan come first, and then the phone's own channel.
            guard !channel.channel.hasPrefix("Local/"), let name = WakeUpCallName(channel.callID) else { return }
            door.began(name)
        case .dialProgressed(let progress): if let name = WakeUpCallName(progress.id) { door.began(name) }
        case .fullyBooted, .shutdown, .contactDetail, .originated, .deviceChanged, .peerChanged, .other: return
        }
    }

    /// Asterisk was looked at: what its dialplan wrote down, and the ids of the channels that are open.
    mutating func looked(_ entries: [AsteriskEntry], channels: Set<String>, at now: Instant, wall: WallTime) {
        lookEnded()
        var written: [WakeUpCallName: DialplanWord] = [:]
        for entry in entries {
            guard let name = WakeUpCallName(entry.key), let word = DialplanWord(entry.value) else { continue }
            written[name] = word
            if word.failure == nil { said(word, of: name, now, wall) }
        }
        for name in calls.all where !channels.contains(name.description) {
            if calls.isDoubtful(name) { over(name, written[name]?.failure ?? .interrupted, now, wall) }
            if calls.isConnected(name) { over(name, nil, now, wall) }
        }
        calls.keep(written: Set(written.keys))
        mayHaveCalls = !written.isEmpty || !calls.all.isEmpty
        // What was made of it must be on the disk before Asterisk may forget it.
        guard ledger.count == 0 else { return }
        for name in written.keys.sorted(by: { $0.description < $1.description })
        where !channels.contains(name.description) && !calls.isOpen(name) && mayForget(name, wall) {
            errands.append(.forget(name))
        }
    }

    /// Has Asterisk looked at; one look after the other, so that an older one never comes after a newer.
    mutating func look() {
        guard !isLooking else { return lookIsWanted = true }
        isLooking = true
        errands.append(.look)
    }

    /// Asterisk could not be looked at.
    mutating func lookFailed() {
        lookIsWanted = false
        isLooking = false
    }

    private mutating func lookEnded() {
        isLooking = false
        guard lookIsWanted else { return }
        lookIsWanted = false
        look()
    }

    /// What is not understood yet is read again later: the attempt's line may still come, from a database that was away
    /// or from the peer.
    private func understands(_ name: WakeUpCallName) -> Bool {
        guard let machine else { return false }
        return switch name.purpose {
        case .guest(let attempt): machine.knows(attempt)
        case .desk: true
        }
    }

    private func mayForget(_ name: WakeUpCallName, _ wall: WallTime) -> Bool {
        if case .guest(let attempt) = name.purpose, isLongOver(attempt.occurrence, wall) { return true }
        return understands(name)
    }

    private mutating func said(_ word: DialplanWord, of name: WakeUpCallName, _ now: Instant, _ wall: WallTime) {
        guard case .taken(let key, let pressedAt, let roomsCount) = word, understands(name) else { return }
        let isNews = calls.tookUp(name)
        switch name.purpose {
        case .guest(let attempt):
            if isNews { input { $0.answered(attempt, on: name.number, at: now, wall: wall) } }
            if let key { input { $0.pressed(key, pressedAt, in: attempt, at: now, wall: wall) } }
        case .desk(let serial):
            guard key != nil, name.run == run else { return }
            for occurrence in bell.confirmed(serial, roomsCount: roomsCount) {
                let author = Author(.phone, name.number.description)
                input { $0.deskConfirmed(occurrence, by: author, at: now, wall: wall) }
            }
        }
    }

    private mutating func over(
        _ name: WakeUpCallName, _ failure: AttemptFailure?, _ now: Instant, _ wall: WallTime
    ) {
        guard calls.ended(name) else { return }
        switch name.purpose {
        case .guest(let attempt):
            input { $0.ended(attempt, on: name.number, failure, at: now, wall: wall) }
        case .desk(let serial):
            bell.ended(serial)
            ringDesk()
        }
    }

    // MARK: The desk

    mutating func tellDesk(_ news: DeskNews, call count: Int) {
        switch news {
        case .missed(let occurrence, let room, let due, let reason):
            if !bell.wants(occurrence, in: room) { machine?.deskWasBusy(with: occurrence) }
            guard count == 1 else { break }
            let why = reason == .attempts ? "all attempts were in vain" : "it would come too late"
            tell("nobody was woken in room \(room) at \(local(due)): \(why); go and knock", .alert, "room \(room)")
        case .late(let occurrence, let room, let due):
            bell.wants(occurrence, in: room)
            tell(
                "no phone of room \(room) can be made to ring since \(local(due)); it is still tried", .warning,
                "room \(room)")
        case .disagreement(let wakeUp, let room, _):
            tell(
                "wake-up \(wakeUp) of room \(room) was changed on both nodes at once: the earlier ring stays; ask",
                .warning, "wake-up \(wakeUp)")
        case .clockJumped:
            tell(
                "the clock had jumped forward; what became due by it is rung now, since nobody set it right", .alert,
                "clock")
        }
        ringDesk()
    }

    /// Words for the log, and an event about a room, a phone or a wake-up.
    private mutating func tell(_ text: String, _ severity: Severity, _ subject: String) {
        words.append(RingingWord(text: text, sort: EventSort(.wakeUp, severity, about: subject)))
    }

    private func local(_ moment: WallTime) -> LocalTime { settings.zone.localTime(at: moment) }
}
