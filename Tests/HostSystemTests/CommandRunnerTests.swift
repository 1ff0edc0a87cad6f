import HostSystem
import Ports
import TestSupport
import Testing
import Vocabulary

@Suite(.timeLimit(.minutes(1)))
struct CommandRunnerTests {
    private let runner = CommandRunner()

    private func shell(_ script: String, timeout: Duration = .seconds(30)) async -> CommandOutcome {
        await runner.run(["/bin/sh", "-c", script], timeout: timeout)
    }

    @Test func `a program's output and success are reported`() async {
        let outcome = await shell("echo out; echo err >&2")
        #expect(outcome.succeeded)
        #expect(outcome.output.contains("out\n"))
        #expect(outcome.output.contains("err\n"))
        #expect(!outcome.isTruncated)
    }

    @Test func `a program is found by its name`() async {
        #expect(await runner.run(["true"], timeout: .seconds(30)).succeeded)
    }

    @Test func `arguments reach the program as they are, without a shell`() async {
        let outcome = await runner.run(["/bin/echo", "$HOME; `id` 'x' \"y\""], timeout: .seconds(30))
        #expect(outcome.output == "$HOME; `id` 'x' \"y\"\n")
    }

    @Test func `an exit code is reported`() async {
        #expect(await shell("exit 7").ending == .exited(7))
    }

    @Test func `a signal is reported`() async {
        #expect(await shell("kill -9 $$").ending == .signalled(9))
    }

    @Test func `a program that is not there is named`() async {
        guard case .notStarted(let words) = await runner.run(["/no/such/program"], timeout: .seconds(30)).ending else {
            Issue.record("it was started")
            return
        }
        #expect(words.hasPrefix("/no/such/program"))
    }

    @Test func `no program is no program`() async {
        #expect(await runner.run([], timeout: .seconds(1)).ending == .notStarted("no program is named"))
    }

    @Test func `output above the limit is cut and said to be`() async {
        let outcome = await shell("head -c 200000 /dev/zero | tr '\\0' x")
        #expect(outcome.succeeded)
        #expect(outcome.output.utf8.count == CommandRunner.outputMax)
        #expect(outcome.isTruncated)
    }

    /// The child holds a lock, which is free only when the child is gone.
    @Test func `a program that takes too long is ended with its children`() async throws {
        let folder = try TemporaryFolder()
        let lock = folder.path + "/lock"
        let started = ContinuousClock.now
        let outcome = await shell("echo begun; flock \(lock) sleep 300 & wait", timeout: .milliseconds(500))
        #expect(outcome.ending == .timedOut)
        #expect(outcome.output == "begun\n")
        #expect(ContinuousClock.now - started < .seconds(20))
        #expect(await shell("flock \(lock) true").succeeded)
    }

    @Test func `a caller that goes away ends the program`() async {
        let started = ContinuousClock.now
        let ending = await withTaskGroup(of: CommandOutcome.self) { tasks in
            tasks.addTask { await shell("sleep 300", timeout: .seconds(300)) }
            tasks.cancelAll()
            return await tasks.next()?.ending
        }
        #expect(ending == .timedOut)
        #expect(ContinuousClock.now - started < .seconds(20))
    }
}
