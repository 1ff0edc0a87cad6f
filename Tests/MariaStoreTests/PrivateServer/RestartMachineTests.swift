import Testing
import Vocabulary

@testable import MariaStore

@Suite struct RestartMachineTests {
    private let policy = PrivateServerPolicy()
    private let plenty: UInt64 = 1 << 40

    private func at(_ seconds: Int64) -> Instant { Instant(nanoseconds: 0) + .seconds(1000 + seconds) }

    @Test func `a server that never died starts at once`() {
        var machine = RestartMachine(policy: policy)
        #expect(machine.next(freeBytes: plenty, at: at(0)) == .start)
    }

    @Test func `each death doubles the pause, up to the cap`() {
        var generous = policy
        generous.deathsMax = 20
        generous.deathsWindow = .seconds(100_000)
        var machine = RestartMachine(policy: generous)
        var pauses: [Duration] = []
        for _ in 0..<9 {
            machine.died(at: at(0))
            guard case .wait(let pause) = machine.next(freeBytes: plenty, at: at(0)) else { break }
            pauses.append(pause)
        }
        #expect(pauses.map(\.milliseconds) == [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
    }

    @Test func `the pause counts from the death`() {
        var machine = RestartMachine(policy: policy)
        machine.died(at: at(0))
        #expect(machine.next(freeBytes: plenty, at: at(0) + .milliseconds(200)) == .wait(.milliseconds(300)))
        #expect(machine.next(freeBytes: plenty, at: at(1)) == .start)
    }

    @Test func `too many deaths in the window hold it until they are old`() {
        var machine = RestartMachine(policy: policy)
        for second in 0..<Int64(policy.deathsMax) { machine.died(at: at(second)) }
        let held = RestartMachine.Directive.hold(
            .diesTooOften(deaths: policy.deathsMax, within: policy.deathsWindow), again: policy.holdCheck)
        #expect(machine.next(freeBytes: plenty, at: at(100)) == held)
        #expect(machine.next(freeBytes: plenty, at: at(120)) == held)
        #expect(machine.next(freeBytes: plenty, at: at(121)) == .start)
    }

    @Test func `a disk below the floor holds it whatever else is true`() {
        var machine = RestartMachine(policy: policy)
        let held = RestartMachine.Directive.hold(
            .diskNearlyFull(freeBytes: 1, floorBytes: policy.freeBytesFloor), again: policy.holdCheck)
        #expect(machine.next(freeBytes: 1, at: at(0)) == held)
        machine.died(at: at(0))
        #expect(machine.next(freeBytes: 1, at: at(0)) == held)
        #expect(machine.next(freeBytes: policy.freeBytesFloor, at: at(1)) == .start)
    }

    @Test func `remembered deaths are bounded`() {
        var machine = RestartMachine(policy: policy)
        for _ in 0..<10_000 { machine.died(at: at(0)) }
        guard case .hold(.diesTooOften(let deaths, _), _) = machine.next(freeBytes: plenty, at: at(0)) else {
            Issue.record("not held")
            return
        }
        #expect(deaths == policy.deathsMax)
    }
}
