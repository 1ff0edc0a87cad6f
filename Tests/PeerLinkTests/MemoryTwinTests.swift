import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

/// The twins in memory keep what the ports promise.
@Suite(.timeLimit(.minutes(1)))
struct MemoryTwinTests {
    private let clock = MemoryClock()

    private func bytes(_ count: Int, from port: MemoryHeartbeatPort) async -> [[UInt8]] {
        var found: [[UInt8]] = []
        for await event in port.events {
            if case .received(let datagram) = event { found.append(datagram.bytes) }
            if found.count == count { break }
        }
        return found
    }

    @Test func `lost datagrams are those the script names`() async {
        let (left, right) = MemoryHeartbeatPort.pair(clock: clock)
        left.lose([false, true, false])
        for number in 1...4 { left.send([UInt8(number)]) }
        #expect(await bytes(3, from: right) == [[1], [3], [4]])
        #expect(left.sent.count == 4)
    }

    @Test func `held datagrams arrive in order when the weather clears`() async {
        let (left, right) = MemoryHeartbeatPort.pair(clock: clock)
        left.turn(.held)
        left.send([1])
        left.send([2])
        left.turn(.clear)
        left.send([3])
        #expect(await bytes(3, from: right) == [[1], [2], [3]])
    }

    @Test func `a closed port is told to the sender`() async {
        let (left, right) = MemoryHeartbeatPort.pair(clock: clock)
        left.turn(.portClosed)
        left.send([1])
        right.send([2])
        var events = left.events.makeAsyncIterator()
        let refused = HeartbeatEvent.sendFailed(.portClosed, words: "Connection refused", at: clock.now())
        #expect(await events.next() == refused)
        #expect(await bytes(1, from: left) == [[2]])
    }

    @Test func `requests cross as bytes and are written down`() async throws {
        let port = MemoryControlPort(answering: ScriptedAnswering(), clock: clock)
        let reply = try await port.request(.settle)
        #expect(reply == .acknowledge)
        #expect(port.asked == [.settle])
    }

    @Test func `a silent link costs the whole timeout`() async throws {
        let (clock, port) = (clock, MemoryControlPort(answering: ScriptedAnswering(), clock: clock))
        port.turn(.silent)
        let failure = await withTaskGroup(of: ControlFailure?.self) { tasks in
            tasks.addTask {
                do throws(ControlFailure) {
                    _ = try await port.request(.settle)
                    return nil
                } catch {
                    return error
                }
            }
            await clock.sleepers(atLeast: 1)
            clock.advance(by: .seconds(1))
            return await tasks.next() ?? nil
        }
        #expect(failure == .silent("no reply within 1000 ms"))
    }

    @Test func `a scripted failure comes at once`() async {
        let port = MemoryControlPort(answering: ScriptedAnswering(), clock: clock)
        port.turn(.failing(.secretMismatch))
        await #expect(throws: ControlFailure.secretMismatch) { try await port.request(.settle) }
    }
}
