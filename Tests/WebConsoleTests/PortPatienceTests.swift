import AsyncHTTPClient
import NIOCore
import Ports
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import WebConsole

/// A port that another program has.
@Suite(.timeLimit(.minutes(1))) struct PortPatienceTests {
    private let told = Told()

    @Test func `the metrics page comes once its port is free, and until then the port and whom to ask are told`()
        async throws
    {
        let taken = try TakenPort()
        let answer = try await RunningService.run { whenRunning in
            MetricsService(
                console: SampleReports.console(), host: "127.0.0.1", port: taken.port,
                logger: RunningService.quietLogger, patience: patience(HastyClock()) { taken.free() },
                whenRunning: whenRunning)
        } body: { (port: Int) in
            #expect(port == taken.port)
            let request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/metrics")
            let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
            return String(buffer: try await answer.body.collect(upTo: 1 << 20))
        }
        #expect(answer.contains("comxfailover_items 3"))
        let words =
            "no page: cannot listen on 127.0.0.1:\(taken.port): another program has the port; "
            + "`ss -ltnp 'sport = :\(taken.port)'` names it; it is tried again"
        #expect(told.words.first == words)
        #expect(told.words.last == .some(nil))
    }

    @Test func `phones get their files once the port is free`() async throws {
        let taken = try TakenPort()
        let shop = PhoneShop()
        let patience = patience(HastyClock()) { taken.free() }
        let status = try await shop.open(port: taken.port, patience: patience) { phone in
            try await phone.ask("001565abcdef.cfg", as: SampleDevices.roomPhone).status
        }
        #expect(status == 200)
        #expect(told.words.first??.contains("\(taken.port)") == true)
        #expect(told.words.last == .some(nil))
    }

    @Test func `a certificate that cannot be read stops nothing but the files`() async throws {
        let shop = PhoneShop()
        let clock = MemoryClock()
        let service = ProvisioningService(
            router: ProvisioningRouter(desk: shop.desk, clock: clock, logger: shop.pages.logger),
            place: ProvisioningPlace(
                host: "127.0.0.1", port: 0, certificate: "/nowhere/cert.pem", privateKey: "/nowhere/key.pem"),
            logger: shop.pages.logger, patience: patience(clock) {})
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { _ = await #expect(throws: CancellationError.self) { try await service.run() } }
            await clock.sleepers(atLeast: 1)
            #expect(told.words.first??.contains("/nowhere/cert.pem") == true)
            tasks.cancelAll()
        }
    }

    @Test func `it is tried ever more seldom, up to every half minute`() async throws {
        let clock = HastyClock()
        let start = clock.now()
        var pauses: [Int] = []
        var last = start
        try await patience(clock) {}.serving {
            pauses.append(Int((clock.now() - last).components.seconds))
            last = clock.now()
            if pauses.count < 9 { throw ListenFailure.taken(host: "127.0.0.1", port: 8444) }
        }
        #expect(pauses == [0, 1, 2, 4, 8, 16, 30, 30, 30])
    }

    private func patience(_ clock: any ClockPort, _ whenTold: @escaping @Sendable () -> Void) -> PortPatience {
        PortPatience(lack: "no page", clock: clock, logger: RunningService.quietLogger) { [told] words in
            told.add(words)
            whenTold()
        }
    }

    /// What was warned of, in order.
    private final class Told: Sendable {
        private let held = Mutex<[String?]>([])

        var words: [String?] { held.withLock { $0 } }

        func add(_ words: String?) { held.withLock { $0.append(words) } }
    }
}
