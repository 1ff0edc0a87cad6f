import NIOCore
import NIOPosix
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import AsteriskLink

@Suite(.timeLimit(.minutes(1))) struct AGIServerTests {
    private static let done = Result<AGIReply, AGIFailure>.success(AGIReply(code: 200, result: "0"))

    /// Runs a server for the length of `body`, which gets its port.
    private func serving(
        _ answering: any AGIAnswering, port: Int = 0, clock: any ClockPort = MemoryClock(),
        warn: @escaping @Sendable (String?) -> Void = { _ in }, _ body: (Int) async throws -> Void
    ) async throws {
        let (ports, opened) = AsyncStream<Int>.makeStream()
        let server = AGIServer(
            port: port, answering: answering, group: .singletonMultiThreadedEventLoopGroup, clock: clock,
            logger: RunningService.quietLogger, warn: warn, opened: { opened.yield($0) })
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await server.run() }
            let found = await ports.first { _ in true }
            try await body(try #require(found))
            tasks.cancelAll()
        }
    }

    @Test func `a call is handed over, its commands are carried out, and it is given back`() async throws {
        let calls = ScriptedCalls([.answer, .play(sound: "beep", endedBy: "")])
        try await serving(calls) { port in
            let asterisk = AsteriskSide()
            let channel = try await asterisk.connect(port: port)
            #expect(await calls.first(2) == [Self.done, Self.done])
            try await channel.closeFuture.get()
            #expect(asterisk.commands == ["ANSWER", "STREAM FILE \"beep\" \"\""])
        }
    }

    @Test func `a caller who hangs up fails the command that waits`() async throws {
        let calls = ScriptedCalls([.answer, .play(sound: "beep", endedBy: "")])
        try await serving(calls) { port in
            let asterisk = AsteriskSide { $0 == "ANSWER" ? "200 result=0\n" : "HANGUP\n" }
            let channel = try await asterisk.connect(port: port)
            #expect(await calls.first(2) == [Self.done, .failure(.hungUp)])
            try await channel.closeFuture.get()
        }
    }

    @Test func `an Asterisk that dies or stands still fails the command that waits`() async throws {
        let clock = MemoryClock()
        let calls = ScriptedCalls([.answer])
        try await serving(calls, clock: clock) { port in
            let silent = AsteriskSide { _ in
                clock.advance(by: .seconds(60))
                return nil
            }
            _ = try await silent.connect(port: port)
            #expect(await calls.first(1) == [.failure(.silent)])
            let dying = AsteriskSide { _ in nil }
            let channel = try await dying.connect(port: port)
            try await channel.close().get()
            guard case .failure(.linkLost) = await calls.first(1).first else {
                Issue.record("the call outlived its connection")
                return
            }
        }
    }

    @Test func `whoever is no Asterisk is cut off, and so is whoever says nothing`() async throws {
        let clock = MemoryClock()
        try await serving(ScriptedCalls([]), clock: clock) { port in
            let stranger = try await AsteriskSide().connect(port: port, saying: "GET / HTTP/1.1\r\n\r\n")
            try await stranger.closeFuture.get()
            let mute = try await AsteriskSide().connect(port: port, saying: "agi_network: yes\n")
            // Its time begins when the server has taken it, so the clock is moved until it has run out.
            while mute.isActive {
                clock.advance(by: .seconds(1))
                await Task.yield()
            }
        }
    }

    @Test func `so many calls may be here at once, and one more goes on in the dialplan`() async throws {
        let calls = ScriptedCalls([.answer])
        try await serving(calls) { port in
            let asterisk = AsteriskSide { _ in nil }
            var channels: [any Channel] = []
            for _ in 0..<AGIServer.callsMax { channels.append(try await asterisk.connect(port: port)) }
            let extra = try await asterisk.connect(port: port)
            try await extra.closeFuture.get()
            #expect(channels.count { $0.isActive } == AGIServer.callsMax)
            for channel in channels { channel.close(promise: nil) }
            #expect(await calls.first(AGIServer.callsMax).count == AGIServer.callsMax)
        }
    }

    @Test func `a port that is taken is warned of, and opened once it is free`() async throws {
        let taken = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(taken.localAddress?.port)
        let clock = MemoryClock()
        let (warnings, warn) = AsyncStream<String?>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                var told = warnings.makeAsyncIterator()
                let first = await told.next() ?? nil
                #expect(first?.contains("127.0.0.1:\(port)") == true)
                #expect(first?.contains("Address already in use") == true)
                try await taken.close().get()
                // A child that was started just then may hold the port for a moment longer.
                var next: String?? = .some(first)
                while let words = next, words != nil {
                    await clock.sleepers(atLeast: 1)
                    clock.advance(by: AGIServer.pauseMax)
                    next = await told.next()
                }
                #expect(next == .some(nil))
            }
            try await serving(ScriptedCalls([]), port: port, clock: clock, warn: { warn.yield($0) }) { opened in
                #expect(opened == port)
            }
            try await tasks.waitForAll()
        }
    }

    @Test func `only this machine may connect`() throws {
        for (address, isLoopback) in [
            ("127.0.0.1", true), ("127.4.5.6", true), ("::1", true), ("10.10.10.1", false), ("192.168.101.2", false),
            ("::ffff:10.0.0.1", false),
        ] {
            #expect(AGIGate.isLoopback(try SocketAddress(ipAddress: address, port: 1)) == isLoopback, "\(address)")
        }
        #expect(!AGIGate.isLoopback(nil))
    }
}
