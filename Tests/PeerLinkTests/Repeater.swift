import HostSystem
import Ports
import Synchronization
import Vocabulary

/// Does something again and again until its task is cancelled, as a daemon's heartbeat does.
final class Repeater: Sendable {
    private let step: @Sendable () async -> Void
    private let counts: AsyncStream<Int>
    private let counting: AsyncStream<Int>.Continuation

    init(_ step: @escaping @Sendable () async -> Void) {
        self.step = step
        (counts, counting) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    @Sendable func run() async {
        var count = 0
        while !Task.isCancelled {
            await step()
            count += 1
            counting.yield(count)
            if count % 64 == 0 || count < 64 { try? await SystemClock().sleep(for: .milliseconds(2)) }
        }
    }

    /// Returns when the step was done `count` times.
    func reached(_ count: Int) async {
        for await done in counts where done >= count { return }
    }
}
