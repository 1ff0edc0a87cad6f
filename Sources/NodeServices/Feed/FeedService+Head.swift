import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension FeedService {
    /// Looks whenever the bell rings, and again and again while the feed is unsettled.
    ///
    /// - Parameter pauses: asks for another ring after a while.
    func keepHead(_ look: Bell, pauses: AsyncStream<Duration>.Continuation) async {
        var machine: SettledHeadMachine?
        var watch = SettleWatch(limit: settings.settleLimit)
        for await _ in look.rings where board.read(\.isPrepared) {
            do {
                let settled = try await settle(machine)
                machine = settled
                if !settled.isQuiet { pauses.yield(settled.phase == .idle ? Self.settleEvery : Self.listEvery) }
                if settled.isQuiet { try await skipIfOwed() }
                try await tellWhoHoldsUp(watch.looked(isQuiet: settled.isQuiet, at: clock.now()))
            } catch {
                machine?.interrupted()
                // Whatever answers next may be another image of the database.
                if case .unreachable = error { machine = nil }
                await source.closeCanary()
                noteDatabase(failure: error)
            }
        }
        await source.closeCanary()
    }

    /// One look, and what the machine makes of it.
    ///
    /// What moves a quiet feed is told at once, and nothing else is done at the first look: the peer is about to ask,
    /// and what settles is told no sooner than in the heartbeat after the early one.
    private func settle(_ former: SettledHeadMachine?) async throws(FeedFailure) -> SettledHeadMachine {
        var machine = try await prepared(former)
        let wasQuiet = machine.isQuiet
        if wasQuiet, note(try await source.recentNews(after: machine.head), &machine) { return machine }
        if note(try await source.news(after: machine.head), &machine), wasQuiet { return machine }
        publish(machine)
        for directive in machine.tick(at: clock.now()) {
            try await carryOut(directive, &machine)
        }
        publish(machine)
        return machine
    }

    /// Tells of what a look found; false where that was nothing.
    private func note(_ news: FeedNews, _ machine: inout SettledHeadMachine) -> Bool {
        guard let head = news.head else { return false }
        board.change { $0.feed.saw(news) }
        machine.headSeen(head)
        publish(machine)
        return true
    }

    private func tellWhoHoldsUp(_ directive: SettleWatch.Directive?) async throws(FeedFailure) {
        switch directive {
        case nil: return
        case .clear: board.warn("settle", nil)
        case .name:
            guard let writer = try await source.oldestWriter() else { return }
            let limit = Int(settings.settleLimit.inSeconds)
            board.warn(
                "settle",
                "\(writer) has held the feed up for longer than \(limit) s: until it ends, "
                    + "the peer cannot be sure of having read everything")
        }
    }

    private func prepared(_ former: SettledHeadMachine?) async throws(FeedFailure) -> SettledHeadMachine {
        if let former, board.read({ $0.feed.life != nil }) { return former }
        let isSkipped = try await skipNumbers()
        let life = try await source.life()
        let scopes = try await source.scopes()
        let now = clock.now()
        let wasDown = board.change {
            let wasDown = !$0.isDatabaseUp && !$0.isDatabaseStarting
            if let lost = $0.feed.reached(life, at: now) { $0.lostFeed = lost }
            $0.feed.owesSkip = !isSkipped
            $0.scopes = scopes
            $0.database = "running"
            $0.isDatabaseUp = true
            $0.isDatabaseStarting = false
            return wasDown
        }
        if wasDown {
            board.events.add(
                EventBox.Entry(
                    severity: .information, kind: .database, words: "this node's database is back", isOver: true))
        }
        return SettledHeadMachine(settled: .start, head: life.memory.head)
    }

    /// Skips numbers in a moment without writers; where none comes by itself, new writers wait for those at work, once.
    private func skipNumbers() async throws(FeedFailure) -> Bool {
        for _ in 0..<Self.skipLooks {
            if try await source.skipNumbers(isPatient: false) { return true }
            do { try await clock.sleep(for: Self.skipLookEvery) } catch { return false }
        }
        if try await source.skipNumbers(isPatient: true) { return true }
        logger.notice("a transaction has been open all the time: numbers are skipped when it has ended")
        return false
    }

    /// A skip that is owed is made in the first moment without writers.
    private func skipIfOwed() async throws(FeedFailure) {
        guard board.read(\.feed.owesSkip), try await source.skipNumbers(isPatient: false) else { return }
        let life = try await source.life()
        board.change { content in
            content.feed.owesSkip = false
            if content.feed.life?.memory.incarnation == life.memory.incarnation { content.feed.life = life }
        }
    }

    private func carryOut(
        _ directive: SettledHeadMachine.Directive, _ machine: inout SettledHeadMachine
    ) async throws(FeedFailure) {
        var following: [SettledHeadMachine.Directive] = []
        switch directive {
        case .tryQuick:
            if let drawn = try await source.drawQuietly() {
                following = machine.quickSucceeded(drawn: drawn)
            } else {
                following = machine.quickRefused()
            }
        case .openCanary:
            let opened = try await source.openCanary()
            machine.canaryOpened(drawn: opened.drawn, canary: opened.canary, at: clock.now())
        case .listTransactions:
            following = machine.listed(try await source.openTransactions())
        case .closeCanary:
            await source.closeCanary()
        case .settled:
            break
        }
        for next in following { try await carryOut(next, &machine) }
    }

    private func publish(_ machine: SettledHeadMachine) {
        let moved = board.change { content -> Bool in
            let moved = content.feed.head != machine.head || content.feed.settled != machine.settled
            content.feed.head = machine.head
            content.feed.settled = machine.settled
            content.isDatabaseUp = true
            return moved
        }
        if moved { board.feedMoved.ring() }
    }

    /// The database did not answer: what was known of the feed must be read anew.
    func noteDatabase(failure: FeedFailure) {
        guard case .unreachable = failure else {
            logger.warning("the feed could not be read: \(failure.words)")
            return
        }
        let wasUp = board.change { content -> Bool in
            let wasUp = content.isDatabaseUp
            content.isDatabaseUp = false
            content.isDatabaseStarting = false
            content.feed.life = nil
            content.database = failure.words
            return wasUp
        }
        guard wasUp else { return }
        logger.error("this node's database does not answer: \(failure.words)")
        board.record(
            .database, "this node's database is down", [failure.words], at: clock.wallTime(),
            as: EventSort(.database, .alert))
    }
}
