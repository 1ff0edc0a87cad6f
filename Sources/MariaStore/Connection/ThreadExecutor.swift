import Foundation
import Synchronization

/// Runs an actor's jobs one after another on a thread of its own, so that blocking there blocks nobody else.
///
/// The thread ends when the executor is released.
final class ThreadExecutor: SerialExecutor {
    private struct Job {
        let job: UnownedJob
        /// Keeps the executor alive until its last job has run.
        let executor: ThreadExecutor
    }

    private struct Queue {
        var jobs: [Job] = []
        var isOver = false
    }

    /// What the thread itself holds; the executor is not in it, else neither would ever end.
    private final class Mailbox: Sendable {
        let queue = Mutex(Queue())
        let filled = DispatchSemaphore(value: 0)
    }

    private let mailbox = Mailbox()

    init(name: String) {
        let mailbox = mailbox
        let thread = Thread { Self.work(through: mailbox) }
        thread.name = name
        thread.start()
    }

    deinit {
        mailbox.queue.withLock { $0.isOver = true }
        mailbox.filled.signal()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        mailbox.queue.withLock { $0.jobs.append(Job(job: unowned, executor: self)) }
        mailbox.filled.signal()
    }

    private static func work(through mailbox: Mailbox) {
        while true {
            mailbox.filled.wait()
            let (jobs, isOver) = mailbox.queue.withLock { queue in
                defer { queue.jobs = [] }
                return (queue.jobs, queue.isOver)
            }
            for job in jobs { job.job.runSynchronously(on: job.executor.asUnownedSerialExecutor()) }
            if isOver { return }
        }
    }
}
