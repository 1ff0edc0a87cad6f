import MariaStore
import MariaTestKit
import Testing
import Vocabulary

extension MariaStoreTests {
    @Suite struct ConnectionTests {
        private func connection() -> MariaConnection {
            MariaConnection(endpoint: ThrowawayServer.current.administrator)
        }

        @Test func `uses follow one another on one session`() async throws {
            let connection = connection()
            let first = try await connection.perform { $0.connectionID }
            let numbers = try await withThrowingTaskGroup(of: UInt.self) { group in
                for _ in 0..<20 { group.addTask { try await connection.perform { $0.connectionID } } }
                return try await group.reduce(into: Set<UInt>()) { $0.insert($1) }
            }
            #expect(numbers == [first])
            await connection.close()
            await #expect(throws: MariaError.self) { try await connection.perform { try $0.ping() } }
        }

        @Test func `many blocked uses leave the cooperative pool free`() async throws {
            let holder = connection()
            let blocked = (0..<16).map { _ in connection() }
            try await holder.perform { try $0.query("SELECT GET_LOCK('pool', 0)") }
            let answers = try await withThrowingTaskGroup(of: MariaValue.self) { group in
                let (started, begin) = AsyncStream.makeStream(of: Void.self)
                for connection in blocked {
                    group.addTask {
                        try await connection.perform { session in
                            begin.yield()
                            defer { _ = try? session.query("SELECT RELEASE_LOCK('pool')") }
                            return try session.query("SELECT GET_LOCK('pool', 30)")[0][0]
                        }
                    }
                }
                var waiting = started.makeAsyncIterator()
                for _ in blocked { await waiting.next() }
                try await holder.perform { try $0.query("SELECT RELEASE_LOCK('pool')") }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers == Array(repeating: .integer(1), count: blocked.count))
            for connection in blocked + [holder] { await connection.close() }
        }

        @Test func `cancelling breaks a running statement off and the next use connects anew`() async throws {
            let connection = connection()
            let (started, begin) = AsyncStream.makeStream(of: UInt.self)
            let old = await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    await #expect(throws: CancellationError.self) {
                        try await connection.perform { session in
                            begin.yield(session.connectionID)
                            _ = try session.query("SELECT SLEEP(30)")
                        }
                    }
                }
                let old = await started.first { _ in true }
                group.cancelAll()
                return old
            }
            let new = try await connection.perform { $0.connectionID }
            #expect(new != old)
            let running = "SELECT ID FROM information_schema.PROCESSLIST WHERE ID = ? AND COMMAND <> 'Killed'"
            let others = try await connection.perform { try $0.query(running, [.unsigned(UInt64(old ?? 0))]) }
            #expect(others.isEmpty)
            await connection.close()
        }

        @Test func `a task that is cancelled already does not begin`() async throws {
            let connection = connection()
            await withTaskGroup(of: Void.self) { group in
                group.cancelAll()
                group.addTask {
                    await #expect(throws: CancellationError.self) { try await connection.perform { try $0.ping() } }
                }
            }
            await connection.close()
        }

        @Test func `a connection that the server ended fails once and is then made anew`() async throws {
            let connection = connection()
            let id = try await connection.perform { $0.connectionID }
            try MariaSession(connecting: ThrowawayServer.current.administrator).script("KILL \(id)")
            let error = await #expect(throws: MariaError.self) {
                try await connection.perform { try $0.query("SELECT 1") }
            }
            #expect(error?.isConnectionLost == true)
            #expect(try await connection.perform { $0.connectionID } != id)
            await connection.close()
        }

        @Test func `an abandoned transaction is rolled back`() async throws {
            let setUp = try ThrowawayServer.current.session(inFreshSchema: "connection_abandoned")
            try setUp.script("CREATE TABLE t (k INT PRIMARY KEY)")
            let connection = connection()
            let (started, begin) = AsyncStream.makeStream(of: Void.self)
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    await #expect(throws: CancellationError.self) {
                        try await connection.perform { session in
                            try session.transaction { inner in
                                try inner.execute("INSERT INTO connection_abandoned.t VALUES (1)")
                                begin.yield()
                                _ = try inner.query("SELECT SLEEP(30)")
                            }
                        }
                    }
                }
                _ = await started.first { _ in true }
                group.cancelAll()
            }
            let rows = try await connection.perform { try $0.query("SELECT k FROM connection_abandoned.t FOR UPDATE") }
            #expect(rows.isEmpty)
            await connection.close()
        }

        @Test func `a server that is not there is a lost connection`() throws {
            var nobody = ThrowawayServer.current.administrator
            nobody.address = .socket(path: "/tmp/comxfailover-nobody.sock")
            let error = #expect(throws: MariaError.self) { try MariaSession(connecting: nobody) }
            #expect(error?.isConnectionLost == true)
            nobody.address = .tcp(host: "127.0.0.1", port: 1)
            let refused = #expect(throws: MariaError.self) { try MariaSession(connecting: nobody) }
            #expect(refused?.isConnectionLost == true)
        }

        @Test func `a refused login says so`() throws {
            var stranger = ThrowawayServer.current.administrator
            stranger.user = "nobody-knows-me"
            let error = #expect(throws: MariaError.self) { try MariaSession(connecting: stranger) }
            #expect(error?.isAccessDenied == true)
            #expect(error?.isConnectionLost == false)
        }
    }
}
