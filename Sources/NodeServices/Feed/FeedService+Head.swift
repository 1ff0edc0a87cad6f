import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension FeedService {
    /// Looks whenever the bell rings, and again and again while the feed is unsettled.
    func keepHead(_ look: Bell) async {
        var machine: SettledHeadMachine?
        for await _ in look.rings where board.read(\.isPrepared) {
            do {
                machine = try await settle(machine)
            } catch {
                machine?.interrupted()
                await source.closeCanary()
                noteDatabase(failure: error)
            }
        }
        await source.closeCanary()
    }

    /// Follows the machine until the feed is quiet.
    private func settle(_ former: SettledHeadMachine?) async throws(FeedFailure) -> SettledHeadMachine {
        var machine = try await prepared(former)
        repeat {
            let head = try await source.head(after: machine.head)
            machine.headSeen(head)
            publish(machine)
            for directive in machine.tick(at: clock.now()) {
                try await carryOut(directive, &machine)
            }
            publish(machine)
            if machine.isQuiet { break }
            do { try await clock.sleep(for: Self.settleEvery) } catch { break }
        } while !Task.isCancelled
        return machine
    }

    private func prepared(_ former: SettledHeadMachine?) async throws(FeedFailure) -> SettledHeadMachine {
        if let former, board.read({ $0.feed.life != nil }) { return former }
        try await source.skipNumbers()
        let life = try await source.life()
        let scopes = try await source.scopes()
        board.change {
            if $0.feed.head > life.memory.head, let known = $0.feed.known, known == life.memory.incarnation {
                // The database came back shorter than this very daemon knew it.
                $0.lostFeed = FeedMemory(incarnation: known, head: $0.feed.head)
            }
            $0.feed.known = life.memory.incarnation
            $0.feed.life = life
            $0.scopes = scopes
            $0.database = "running"
            $0.isDatabaseUp = true
            $0.isDatabaseStarting = false
        }
        return SettledHeadMachine(settled: .start, head: life.memory.head)
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
            let moved = content.feed.head < machine.head || content.feed.settled < machine.settled
            content.feed.head = max(content.feed.head, machine.head)
            content.feed.settled = max(content.feed.settled, machine.settled)
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
        board.record(.database, "this node's database is down", [failure.words], at: clock.wallTime())
    }
}
