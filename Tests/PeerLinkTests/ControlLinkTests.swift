import HostSystem
import NIOCore
import NIOPosix
import PeerLink
import Ports
import Testing
import Vocabulary
import Wire

@Suite(.timeLimit(.minutes(1)))
struct ControlLinkTests {
    private let hello = ControlRequest.hello(ScriptedAnswering.hello)

    @Test func `two nodes with one secret ask and answer`() async throws {
        let pair = try LoopbackPair()
        try await Running.services([pair.server.run]) {
            let client = pair.client(port: await pair.port())
            try await Running.services([client.run]) {
                let reply = try await client.request(hello, timeout: .seconds(5))
                #expect(reply == .hello(ScriptedAnswering.hello))
                let second = try await client.request(.settle, timeout: .seconds(5))
                #expect(second == .acknowledge)
            }
        }
    }

    @Test func `many requests side by side each find their own reply`() async throws {
        let pair = try LoopbackPair()
        try await Running.services([pair.server.run]) {
            let client = pair.client(port: await pair.port())
            try await Running.services([client.run]) {
                try await withThrowingTaskGroup(of: Bool.self) { tasks in
                    for number in 0..<40 {
                        let request = number % 2 == 0 ? hello : ControlRequest.settle
                        let expected = number % 2 == 0 ? ControlReply.hello(ScriptedAnswering.hello) : .acknowledge
                        tasks.addTask { try await client.request(request, timeout: .seconds(5)) == expected }
                    }
                    for try await matches in tasks { #expect(matches) }
                }
            }
        }
    }

    @Test func `different secrets are named as that on both sides`() async throws {
        let pair = try LoopbackPair(serverKey: "one secret", clientKey: "another secret")
        try await Running.services([pair.server.run]) {
            let client = pair.client(port: await pair.port())
            try await Running.services([client.run]) {
                await #expect(throws: ControlFailure.secretMismatch) {
                    try await client.request(hello, timeout: .seconds(5))
                }
                #expect(await pair.answering.firstRefusal() == .secretMismatch)
            }
        }
    }

    @Test(arguments: SecretChange.all)
    func `while the secret changes either side may be ahead`(change: SecretChange) async throws {
        let pair = try LoopbackPair(
            serverKey: change.server.key, serverPrevious: change.server.previous, clientKey: change.client.key,
            clientPrevious: change.client.previous)
        try await Running.services([pair.server.run]) {
            let client = pair.client(port: await pair.port())
            try await Running.services([client.run]) {
                let reply = try await client.request(.settle, timeout: .seconds(5))
                #expect(reply == .acknowledge)
            }
        }
    }

    @Test func `an old secret is refused once the change is over`() async throws {
        let pair = try LoopbackPair(serverKey: "new", clientKey: "old")
        try await Running.services([pair.server.run]) {
            let client = pair.client(port: await pair.port())
            try await Running.services([client.run]) {
                await #expect(throws: ControlFailure.secretMismatch) {
                    try await client.request(.settle, timeout: .seconds(5))
                }
            }
        }
    }

    @Test func `a closed port is named as that`() async throws {
        let pair = try LoopbackPair()
        let client = pair.client(host: LoopbackAddress.random(), port: 3081)
        try await Running.services([client.run]) {
            await #expect(throws: ControlFailure.portClosed) {
                try await client.request(.settle, timeout: .seconds(5))
            }
        }
    }

    @Test func `a connection cut in the middle fails the request that waits`() async throws {
        let pair = try LoopbackPair(silences: .max)
        let (done, finished) = AsyncStream.makeStream(of: ControlFailure?.self)
        await withTaskGroup(of: Void.self) { outer in
            let serving = pair.server
            let port: Int = await withTaskGroup(of: Void.self) { serverTask in
                serverTask.addTask { await serving.run() }
                let port = await pair.port()
                let client = pair.client(port: port)
                outer.addTask { await client.run() }
                outer.addTask {
                    do throws(ControlFailure) {
                        _ = try await client.request(.settle, timeout: .seconds(20))
                        finished.yield(nil)
                    } catch {
                        finished.yield(error)
                    }
                }
                #expect(await pair.answering.firstArrival() == .settle)
                serverTask.cancelAll()
                return port
            }
            #expect(port > 0)
            for await failure in done {
                guard case .lost = failure else {
                    Issue.record("the request ended with \(String(describing: failure))")
                    break
                }
                break
            }
            outer.cancelAll()
        }
    }

    @Test func `a peer that accepts and never answers is silent within the timeout`() async throws {
        let pair = try LoopbackPair(silences: .max)
        try await Running.services([pair.server.run]) {
            let client = pair.client(port: await pair.port())
            try await Running.services([client.run]) {
                await #expect(throws: ControlFailure.silent("no reply within 300 ms")) {
                    try await client.request(hello, timeout: .milliseconds(300))
                }
            }
        }
    }

    @Test func `a host that accepts and speaks no TLS is silent`() async throws {
        let pair = try LoopbackPair()
        let mute = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0).get()
        defer { mute.close(promise: nil) }
        let client = pair.client(port: mute.localAddress?.port ?? 0)
        try await Running.services([client.run]) {
            await #expect(throws: ControlFailure.silent("no TLS handshake within 1000 ms")) {
                try await client.request(hello, timeout: .seconds(5))
            }
        }
    }

    @Test func `after a silence the client makes a new connection by itself`() async throws {
        let pair = try LoopbackPair(silences: 1)
        try await Running.services([pair.server.run]) {
            let client = pair.client(port: await pair.port())
            try await Running.services([client.run]) {
                await #expect(throws: ControlFailure.silent("no reply within 100 ms")) {
                    try await client.request(hello, timeout: .milliseconds(100))
                }
                let reply = try await Persistence.reply(to: .settle, from: client)
                #expect(reply == .acknowledge)
            }
        }
    }

    @Test func `a server that comes back is found again`() async throws {
        let pair = try LoopbackPair()
        let host = LoopbackAddress.random()
        let client = pair.client(host: host, port: 3081)
        try await Running.services([client.run]) {
            await #expect(throws: ControlFailure.portClosed) { try await client.request(.settle, timeout: .seconds(5)) }
            let server = ControlServer(
                local: HostPort(host: host, port: 3081), peerHost: "127.0.0.1", files: pair.serverFiles,
                answering: pair.answering, group: .singletonMultiThreadedEventLoopGroup, clock: SystemClock(),
                logger: LoopbackPair.logger)
            try await Running.services([server.run]) {
                let reply = try await Persistence.reply(to: .settle, from: client)
                #expect(reply == .acknowledge)
            }
        }
    }

    @Test func `a caller that goes away gets its answer at once`() async throws {
        let pair = try LoopbackPair(silences: .max)
        try await Running.services([pair.server.run]) {
            let client = pair.client(port: await pair.port())
            try await Running.services([client.run]) {
                await withTaskGroup(of: ControlFailure?.self) { tasks in
                    tasks.addTask {
                        do throws(ControlFailure) {
                            _ = try await client.request(.settle, timeout: .seconds(30))
                            return nil
                        } catch {
                            return error
                        }
                    }
                    #expect(await pair.answering.firstArrival() == .settle)
                    tasks.cancelAll()
                    #expect(await tasks.next() == .some(.cancelled))
                }
            }
        }
    }

    @Test func `replaced certificate files are in use from the next connection on`() async throws {
        let pair = try LoopbackPair(serverKey: "one", clientKey: "other")
        try await Running.services([pair.server.run]) {
            let client = pair.client(port: await pair.port())
            try await Running.services([client.run]) {
                await #expect(throws: ControlFailure.secretMismatch) {
                    try await client.request(.settle, timeout: .seconds(5))
                }
                let folder = String(pair.clientFiles.authorities.dropLast("/tls/ca.pem".count))
                let certificates = PairCertificates(stateFolder: folder, clock: SystemClock())
                try certificates.provide(pairKey: Array("one".utf8), hosts: ["127.0.0.1"])
                let reply = try await Persistence.reply(to: .settle, from: client)
                #expect(reply == .acknowledge)
            }
        }
    }
}
