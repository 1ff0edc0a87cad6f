import Foundation
import MariaTestKit
import Ports
import ReplicaLogic
import Testing
import Vocabulary

@testable import MariaStore

/// The keeper with real servers, each test with one of its own.
@Suite(.serialized) struct KeeperTests {
    /// Runs a keeper beside `body`, which sees its events, and stops it afterwards.
    private func keeping(
        _ server: PrivateServer, policy: PrivateServerPolicy = PrivateServerPolicy(),
        _ body: (inout AsyncStream<PrivateServerEvent>.AsyncIterator) async throws -> Void
    ) async throws -> [PrivateServerEvent] {
        let (events, continuation) = AsyncStream.makeStream(of: PrivateServerEvent.self)
        let keeper = PrivateServerKeeper(server: server, policy: policy) { continuation.yield($0) }
        var iterator = events.makeAsyncIterator()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                try await keeper.run()
            }
            try await body(&iterator)
            group.cancelAll()
            try await group.waitForAll()
        }
        var rest: [PrivateServerEvent] = []
        while let event = await iterator.next() { rest.append(event) }
        return rest
    }

    private func withFolder(_ body: (PrivateServer) async throws -> Void) async throws {
        let server = PrivateServer(
            folder: ThrowawayServer.freshFolder(), port: try ThrowawayServer.freePort(), bufferPoolBytes: 16 << 20,
            extraOptions: ThrowawayServer.quickOptions)
        defer { try? FileManager.default.removeItem(atPath: server.folder) }
        try await body(server)
        #expect(ServerProcess.find(server) == nil, "a server was left behind")
    }

    @Test func `an empty folder is filled, the server runs and is stopped at the end`() async throws {
        try await withFolder { server in
            let rest = try await keeping(server) { events in
                #expect(await events.next() == .installing)
                #expect(await events.next() == .starting)
                #expect(await events.next() == .running(adopted: false))
                let session = try MariaSession(connecting: server.administrator)
                let settings = try session.query(
                    """
                    SELECT @@innodb_flush_log_at_trx_commit AS flush, @@skip_name_resolve AS names,
                    @@local_infile AS files
                    """)
                #expect(try settings[0].integer("flush") == 1)
                #expect(try settings[0].bool("names"))
                #expect(try !settings[0].bool("files"))
            }
            #expect(rest == [.stopped])
            let log = try String(contentsOfFile: server.logFile, encoding: .utf8)
            #expect(log.contains("Shutdown complete"))
        }
    }

    @Test func `an address that is not here does not keep the server down`() async throws {
        try await withFolder { server in
            var distant = server
            distant.bindAddress = "127.0.0.1,203.0.113.7"
            let rest = try await keeping(distant) { events in
                #expect(await events.next() == .withoutAddress("203.0.113.7"))
                #expect(await events.next() == .installing)
                #expect(await events.next() == .starting)
                #expect(await events.next() == .running(adopted: false))
            }
            #expect(rest == [.stopped])
            #expect(server.missingAddresses.isEmpty)
            #expect(distant.listening(without: ["203.0.113.7", "127.0.0.1"]).bindAddress == "127.0.0.1")
        }
    }

    @Test func `a server skips numbers of the feed at every start, before anybody can write`() async throws {
        try await withFolder { server in
            var gaps: [[NumberGap]] = []
            for start in 0..<3 {
                _ = try await keeping(server) { events in
                    while let event = await events.next(), event != .running(adopted: false) {}
                    if start == 0 { try Self.makeFeed(MariaSession(connecting: server.administrator)) }
                    let source = MariaFeedSource(endpoint: server.administrator, isBegunByServer: true)
                    if start > 0 { #expect(try await source.skipNumbers(isPatient: false)) }
                    gaps.append(try await source.life().gaps.sorted { $0.until < $1.until })
                    await source.close()
                }
            }
            #expect(gaps.map(\.count) == [0, 1, 2], "the daemon has none of its own to add")
            let (first, second) = (gaps[2][0], gaps[2][1])
            #expect(first.after == FeedPosition(rawValue: 7) && first.drawn > first.after)
            #expect(second.after == FeedPosition(rawValue: 7) && second.drawn > first.until)
            #expect(FeedLifeTable.gapLengths.contains(second.until.rawValue - second.drawn.rawValue))
        }
    }

    private static func makeFeed(_ session: MariaSession) throws {
        try Accounts.provision(on: session, applyPassword: "applier", peer: nil)
        for statement in ReplicaMigrations.all.flatMap(\.statements) { try session.script(statement) }
        try FeedLifeTable(session: session).prepare(mode: .primary, incarnation: Incarnation(rawValue: 1))
        for _ in 0..<9 { try session.query("SELECT NEXTVAL(comxfailover_node.feed_sequence)") }
        try session.script("UPDATE comxfailover_node.feed_life SET high_mark = 7")
    }

    @Test func `a server that is killed is reported and started again with what it had`() async throws {
        try await withFolder { server in
            _ = try await keeping(server) { events in
                while let event = await events.next(), event != .running(adopted: false) {}
                try MariaSession(connecting: server.administrator).script("CREATE DATABASE kept")
                try #require(ServerProcess.find(server)).end()
                guard case .crashed(let words)? = await events.next() else { Issue.record("not reported"); return }
                #expect(words.contains("9"), "\(words)")
                #expect(await events.next() == .starting)
                #expect(await events.next() == .running(adopted: false))
                try MariaSession(connecting: server.administrator).script("USE kept")
            }
        }
    }

    @Test func `a server that outlived its keeper is adopted, watched and stopped`() async throws {
        try await withFolder { server in
            try await OrphanServer.with(server) { process in
                let rest = try await keeping(server) { events in
                    #expect(await events.next() == .running(adopted: true))
                    #expect(ServerProcess.find(server) == process)
                }
                #expect(rest == [.stopped])
                #expect(!process.isAlive)
            }
        }
    }

    @Test func `a server that runs with other options than the settings now say is started anew`() async throws {
        try await withFolder { server in
            try await OrphanServer.with(server) { process in
                var changed = server
                changed.bufferPoolBytes = 32 << 20
                _ = try await keeping(changed) { events in
                    #expect(await events.next() == .starting)
                    #expect(await events.next() == .running(adopted: false))
                    #expect(!process.isAlive)
                    let session = try MariaSession(connecting: server.administrator)
                    #expect(
                        try session.query("SELECT @@innodb_buffer_pool_size AS bytes")[0].integer("bytes") == 32 << 20)
                }
            }
        }
    }

    @Test func `an adopted server that dies is started again as our own`() async throws {
        try await withFolder { server in
            try await OrphanServer.with(server) { process in
                _ = try await keeping(server) { events in
                    #expect(await events.next() == .running(adopted: true))
                    process.end()
                    guard case .crashed? = await events.next() else { Issue.record("not reported"); return }
                    #expect(await events.next() == .starting)
                    #expect(await events.next() == .running(adopted: false))
                }
            }
        }
    }

    @Test func `a server that cannot start is held after a few tries, with its own words`() async throws {
        try await withFolder { server in
            try await OrphanServer.install(server)
            var server = server
            server.extraOptions.append("no-such-option=1")
            var policy = PrivateServerPolicy()
            policy.pauseFirst = .milliseconds(1)
            policy.deathsMax = 2
            _ = try await keeping(server, policy: policy) { events in
                for _ in 0..<2 {
                    #expect(await events.next() == .starting)
                    guard case .crashed(let words)? = await events.next() else { Issue.record("not reported"); return }
                    #expect(words.contains("no-such-option"), "\(words)")
                }
                #expect(await events.next() == .held(.diesTooOften(deaths: 2, within: policy.deathsWindow)))
            }
        }
    }

    @Test func `a nearly full disk keeps it down`() async throws {
        try await withFolder { server in
            var policy = PrivateServerPolicy()
            policy.freeBytesFloor = .max
            _ = try await keeping(server, policy: policy) { events in
                #expect(await events.next() == .installing)
                guard case .held(.diskNearlyFull)? = await events.next() else { Issue.record("not held"); return }
            }
        }
    }

    @Test func `a folder with foreign files, or too deep for a socket, is refused with the reason`() async throws {
        try await withFolder { server in
            try FileManager.default.createDirectory(atPath: server.dataFolder, withIntermediateDirectories: true)
            try Data("x".utf8).write(to: URL(fileURLWithPath: server.dataFolder + "/letter.txt"))
            await #expect(throws: PrivateServerFailure.foreignData(folder: server.dataFolder)) {
                try await PrivateServerKeeper(server: server) { _ in }.run()
            }
            var deep = server
            deep.folder += "/" + String(repeating: "x", count: 100)
            await #expect(throws: PrivateServerFailure.socketPathTooLong(deep.socket)) {
                try await PrivateServerKeeper(server: deep) { _ in }.run()
            }
        }
    }

    @Test func `a technician gets in with the option file alone`() async throws {
        try await withFolder { server in
            _ = try await keeping(server) { events in
                while let event = await events.next(), event != .running(adopted: false) {}
                let answer = try await OrphanServer.ask(server, "SELECT 40 + 2")
                #expect(answer == "42\n")
            }
        }
    }

    @Test func `the option file keeps data safe after any extra option`() {
        let server = PrivateServer(
            folder: "/srv/x", port: 3306, extraOptions: ["innodb-flush-log-at-trx-commit=0"])
        let lines = server.optionFileText.split(separator: "\n")
        let last = lines.last { $0.hasPrefix("innodb-flush-log-at-trx-commit") }
        #expect(last == "innodb-flush-log-at-trx-commit=1")
    }
}
