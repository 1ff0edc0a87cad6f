import ReplicaLogic
import SeededTestKit
import Testing
import Vocabulary

/// Each input in each phase; time is told.
@Suite struct SettledHeadMachineTests {
    private func moment(_ milliseconds: UInt64) -> Instant { Instant(nanoseconds: milliseconds * 1_000_000) }

    private func machine(settled: UInt64 = 10, head: UInt64 = 20) -> SettledHeadMachine {
        SettledHeadMachine(settled: Stamps.at(settled), head: Stamps.at(head))
    }

    private func awaitingCanary() -> SettledHeadMachine {
        var machine = machine()
        machine.canaryOpened(drawn: Stamps.at(21), canary: 7, at: moment(0))
        return machine
    }

    private func awaitingOthers(_ others: Set<UInt64> = [3, 4]) -> SettledHeadMachine {
        var machine = awaitingCanary()
        _ = machine.listed(others.union([7]))
        return machine
    }

    // MARK: Time

    @Test func `an idle machine with nothing unsettled asks for nothing`() {
        var machine = machine(settled: 20, head: 20)
        #expect(machine.isQuiet)
        #expect(machine.tick(at: moment(1_000)) == [])
    }

    @Test func `an idle machine tries the quick way, not too often`() {
        var machine = machine()
        #expect(!machine.isQuiet)
        #expect(machine.tick(at: moment(1_000)) == [.tryQuick])
        #expect(machine.tick(at: moment(1_004)) == [])
        #expect(machine.tick(at: moment(1_005)) == [.tryQuick])
    }

    @Test func `while transactions are awaited they are listed at a spacing that lets the server's cache turn over`() {
        for var machine in [awaitingCanary(), awaitingOthers()] {
            #expect(machine.tick(at: moment(119)) == [])
            #expect(machine.tick(at: moment(120)) == [.listTransactions])
            #expect(machine.tick(at: moment(239)) == [])
            #expect(machine.tick(at: moment(240)) == [.listTransactions])
            #expect(!machine.isQuiet)
        }
    }

    // MARK: The quick way

    @Test func `a number drawn alone settles everything below it`() {
        var machine = machine()
        #expect(machine.quickSucceeded(drawn: Stamps.at(25)) == [.settled(Stamps.at(24))])
        #expect(machine.settled == Stamps.at(24) && machine.head == Stamps.at(24))
        #expect(machine.isQuiet)
    }

    @Test(arguments: [UInt64(0), 1, 10, 11]) func `a number that is no news settles nothing`(drawn: UInt64) {
        var machine = machine()
        #expect(machine.quickSucceeded(drawn: Stamps.at(drawn)) == [])
        #expect(machine.settled == Stamps.at(10))
    }

    @Test func `a refusal opens the canary, and only when nothing is under way`() {
        var idle = machine()
        #expect(idle.quickRefused() == [.openCanary])
        for var machine in [awaitingCanary(), awaitingOthers()] {
            let phase = machine.phase
            #expect(machine.quickRefused() == [])
            #expect(machine.phase == phase)
        }
    }

    // MARK: The slow way

    @Test func `a list without the canary is stale and proves nothing`() {
        var machine = awaitingCanary()
        #expect(machine.listed([]) == [])
        #expect(machine.listed([3, 4]) == [])
        #expect(machine.phase == .awaitingCanary(drawn: Stamps.at(21), canary: 7))
    }

    @Test func `a list with the canary alone settles at once`() {
        var machine = awaitingCanary()
        #expect(machine.listed([7]) == [.closeCanary, .settled(Stamps.at(20))])
        #expect(machine.phase == .idle && machine.isQuiet)
    }

    @Test func `a list with others closes the canary and waits for them alone`() {
        var machine = awaitingCanary()
        #expect(machine.listed([3, 4, 7]) == [.closeCanary])
        #expect(machine.phase == .awaitingOthers(drawn: Stamps.at(21), others: [3, 4]))
        #expect(machine.listed([4, 9]) == [], "who came later is not waited for")
        #expect(machine.phase == .awaitingOthers(drawn: Stamps.at(21), others: [4]))
        #expect(machine.listed([9, 10]) == [.settled(Stamps.at(20))])
        #expect(machine.phase == .idle)
    }

    @Test func `who has left does not come back`() {
        var machine = awaitingOthers()
        _ = machine.listed([4])
        #expect(machine.listed([3]) == [.settled(Stamps.at(20))])
    }

    @Test func `a list that nobody asked for changes nothing`() {
        var machine = machine()
        #expect(machine.listed([1, 2]) == [])
        #expect(machine.phase == .idle && machine.settled == Stamps.at(10))
    }

    // MARK: Everything else

    @Test func `the head never goes back, in any phase`() {
        for var machine in [machine(), awaitingCanary(), awaitingOthers()] {
            let phase = machine.phase
            machine.headSeen(Stamps.at(5))
            #expect(machine.head == Stamps.at(20))
            machine.headSeen(Stamps.at(30))
            #expect(machine.head == Stamps.at(30) && machine.phase == phase)
        }
    }

    @Test func `what was written meanwhile stays unsettled`() {
        var machine = awaitingOthers()
        machine.headSeen(Stamps.at(30))
        #expect(machine.listed([]) == [.settled(Stamps.at(20))])
        #expect(!machine.isQuiet)
        #expect(machine.tick(at: moment(1)) == [.tryQuick])
    }

    @Test func `a broken connection begins the way anew, and settles nothing`() {
        for var machine in [machine(), awaitingCanary(), awaitingOthers()] {
            machine.interrupted()
            #expect(machine.phase == .idle && machine.settled == Stamps.at(10))
            #expect(machine.tick(at: moment(1_000)) == [.tryQuick])
        }
    }

    @Test func `a head behind the settled one is lifted to it`() {
        #expect(machine(settled: 30, head: 20).head == Stamps.at(30))
    }

    @Test(arguments: UInt64(1)...10) func `nothing that is still open is ever settled`(seed: UInt64) {
        var random = Seeded(seed: seed)
        var shop = WriterShop()
        var machine = machine(settled: 0, head: 0)
        for step in 0..<3_000 {
            shop.step(&random)
            machine.headSeen(Stamps.at(shop.visible.max() ?? 0))
            for directive in machine.tick(at: moment(UInt64(step) * 20)) { shop.carryOut(directive, &machine, step) }
            let missing = shop.open.values.flatMap(\.self).filter { $0 <= machine.settled.rawValue }
            #expect(missing.isEmpty, "\(missing) may still appear below \(machine.settled)")
        }
        #expect(machine.settled > .start, "settling goes on under load")
    }
}
