import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Ports
import TestSupport
import Testing

@testable import WebConsole

/// The API on a real Unix socket.
@Suite(.timeLimit(.minutes(1))) struct APIServiceTests {
    let folder: TemporaryFolder
    let console = SampleReports.console()

    init() throws { folder = try TemporaryFolder() }

    private var socketPath: String { folder.path + "/api.sock" }

    @Test func `it answers on the socket, which only its owner may open, and removes it at the end`() async throws {
        try await serving {
            let answer = try await HTTPClient.shared.execute(request("status"), timeout: .seconds(10))
            let body = try await answer.body.collect(upTo: 1 << 20)
            #expect(try JSONDecoder().decode(NodeReport.self, from: Data(body.readableBytesView)) == SampleReports.node)
            let facts = try FileManager.default.attributesOfItem(atPath: socketPath)
            #expect(facts[.posixPermissions] as? Int == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["api.sock"])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `a second daemon on the same socket is refused and the first goes on`() async throws {
        try await serving {
            await #expect(throws: ListenFailure.alreadyServed(path: socketPath)) { try await serving {} }
            let answer = try await HTTPClient.shared.execute(request("status"), timeout: .seconds(10))
            #expect(answer.status == .ok)
        }
    }

    @Test func `a socket that a dead daemon left behind is replaced`() async throws {
        try await serving {
            try FileManager.default.linkItem(atPath: socketPath, toPath: folder.path + "/left.sock")
        }
        try FileManager.default.moveItem(atPath: folder.path + "/left.sock", toPath: socketPath)
        // The library closes the socket a moment after it said that it had.
        for _ in 0..<100_000 where UnixSocketProbe.somebodyAnswers(at: socketPath) { await Task.yield() }
        try await serving {
            let answer = try await HTTPClient.shared.execute(request("status"), timeout: .seconds(10))
            #expect(answer.status == .ok)
        }
    }

    @Test func `a file that is no socket is left alone`() async throws {
        try Data("precious".utf8).write(to: URL(fileURLWithPath: socketPath))
        await #expect(throws: ListenFailure.notASocket(path: socketPath)) { try await serving {} }
        #expect(try String(contentsOfFile: socketPath, encoding: .utf8) == "precious")
    }

    @Test func `a path too long for a socket is refused with the limit`() async throws {
        let path = "/tmp/" + String(repeating: "x", count: 100)
        let service = APIService(
            console: console, socketPath: path, softwareVersion: "1", logger: RunningService.quietLogger)
        await #expect(throws: ListenFailure.pathTooLong(path: path, lengthMax: 101)) { try await service.run() }
    }

    @Test func `a folder that is missing is named`() async throws {
        let service = APIService(
            console: console, socketPath: "/tmp/console-none/x.sock", softwareVersion: "1",
            logger: RunningService.quietLogger)
        let expected = ListenFailure.refused(place: "/tmp/console-none/x.sock", reason: "No such file or directory")
        await #expect(throws: expected) { try await service.run() }
    }

    @Test func `long work sends its first line at once and is given up when the caller leaves`() async throws {
        console.withState { $0.workNeverEnds = true }
        try await serving {
            try await HTTPClient.withHTTPClient { client in
                var work = request("compare?item=bookings")
                work.method = .POST
                let answer = try await client.execute(work, timeout: .seconds(30))
                for try await chunk in answer.body {
                    #expect(String(buffer: chunk).hasSuffix("\n"))
                    break
                }
            }
            let abandoned = await console.abandonedWork.first { _ in true }
            #expect(abandoned == SampleReports.bookings)
        }
    }

    @Test func `long work does not hold up the end of the daemon`() async throws {
        console.withState { $0.workNeverEnds = true }
        let client = HTTPClient()
        try await serving {
            var work = request("compare?item=bookings")
            work.method = .POST
            let answer = try await client.execute(work, timeout: .seconds(30))
            #expect(answer.status == .ok)
        }
        try await client.shutdown()
    }

    private func request(_ path: String) -> HTTPClientRequest {
        let url = URL(httpURLWithSocketPath: socketPath, uri: "\(APIRouter.root)/\(path)")
        return HTTPClientRequest(url: url?.absoluteString ?? "")
    }

    private func serving(_ body: @Sendable () async throws -> Void) async throws {
        try await RunningService.run { whenRunning in
            APIService(
                console: console, socketPath: socketPath, softwareVersion: "9.8.7",
                logger: RunningService.quietLogger, whenRunning: { await whenRunning(true) })
        } body: { (_: Bool) in
            try await body()
        }
    }
}
