import HostSystem
import Ports
import Testing
import Vocabulary

@Suite(.timeLimit(.minutes(1)))
struct SystemClockTests {
    private let clock = SystemClock()

    @Test func `the monotonic clock goes on`() {
        let first = clock.now()
        let second = clock.now()
        #expect(first <= second)
        #expect(first.nanoseconds > 0)
    }

    @Test func `the wall clock is in this century`() {
        #expect(clock.wallTime() > WallTime(microseconds: 1_700_000_000_000_000))
        #expect(clock.wallTime() < WallTime(microseconds: 4_102_444_800_000_000))
    }

    @Test func `sleeping lasts until the deadline`() async throws {
        let deadline = clock.now() + .milliseconds(5)
        try await clock.sleep(until: deadline)
        #expect(clock.now() >= deadline)
    }

    @Test func `a deadline that has passed does not hold anybody up`() async throws {
        let now = clock.now()
        try await clock.sleep(until: now + .seconds(-3_600))
        #expect(clock.now() - now < .seconds(30))
    }

    @Test func `a cancelled sleeper wakes up with an error`() async {
        let clock = clock
        let wasCancelled = await withTaskGroup(of: Bool.self) { tasks in
            tasks.addTask {
                do throws(CancellationError) {
                    try await clock.sleep(for: .seconds(3_600))
                    return false
                } catch {
                    return true
                }
            }
            tasks.cancelAll()
            return await tasks.next() ?? false
        }
        #expect(wasCancelled)
    }
}
