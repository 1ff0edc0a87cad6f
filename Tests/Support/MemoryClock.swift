import Ports
import Synchronization
import Vocabulary

/// A clock that stands still until a test moves it.
package final class MemoryClock: ClockPort {
    private struct Sleeper {
        let deadline: Instant
        let waiter: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var now: Instant
        var wallTime: WallTime
        var sleepers: [UInt64: Sleeper] = [:]
        var nextID: UInt64 = 0
        /// Sleepers that were cancelled before they lay down.
        var restless: Set<UInt64> = []
        var watchers: [(count: Int, waiter: CheckedContinuation<Void, Never>)] = []
    }

    private let state: Mutex<State>

    package init(
        now: Instant = Instant(nanoseconds: 1_000_000_000_000),
        wallTime: WallTime = WallTime(microseconds: 1_750_000_000_000_000)
    ) {
        state = Mutex(State(now: now, wallTime: wallTime))
    }

    package func now() -> Instant { state.withLock { $0.now } }

    package func wallTime() -> WallTime { state.withLock { $0.wallTime } }

    /// Moves both clocks on and wakes who slept until then.
    package func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.now = state.now + duration
            state.wallTime = WallTime(microseconds: state.wallTime.rawValue + duration.nanoseconds / 1_000)
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.map(\.waiter)
        }
        for waiter in woken { waiter.resume(returning: true) }
    }

    /// Moves the wall clock alone, either way.
    package func jump(wallTimeBy duration: Duration) {
        state.withLock { state in
            state.wallTime = WallTime(microseconds: state.wallTime.rawValue + duration.nanoseconds / 1_000)
        }
    }

    /// Returns when at least `count` tasks sleep on this clock.
    package func sleepers(atLeast count: Int) async {
        await withCheckedContinuation { waiter in
            let isEnough = state.withLock { state in
                if state.sleepers.count >= count { return true }
                state.watchers.append((count, waiter))
                return false
            }
            if isEnough { waiter.resume() }
        }
    }

    package func sleep(until deadline: Instant) async throws(CancellationError) {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let rested = await withTaskCancellationHandler {
            await withCheckedContinuation { lieDown(id, until: deadline, waiter: $0) }
        } onCancel: {
            rouse(id)
        }
        if !rested { throw CancellationError() }
    }

    private func lieDown(_ id: UInt64, until deadline: Instant, waiter: CheckedContinuation<Bool, Never>) {
        let (answer, told) = state.withLock { state -> (Bool?, [CheckedContinuation<Void, Never>]) in
            if state.restless.remove(id) != nil { return (false, []) }
            if deadline <= state.now { return (true, []) }
            state.sleepers[id] = Sleeper(deadline: deadline, waiter: waiter)
            let count = state.sleepers.count
            let told = state.watchers.filter { $0.count <= count }.map(\.waiter)
            state.watchers.removeAll { $0.count <= count }
            return (nil, told)
        }
        if let answer { waiter.resume(returning: answer) }
        for waiter in told { waiter.resume() }
    }

    private func rouse(_ id: UInt64) {
        let sleeper = state.withLock { state -> Sleeper? in
            let sleeper = state.sleepers.removeValue(forKey: id)
            if sleeper == nil { state.restless.insert(id) }
            return sleeper
        }
        sleeper?.waiter.resume(returning: false)
    }
}
