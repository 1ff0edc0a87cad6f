import PairLogic
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// A phone that moved leaves nothing behind.
@Suite struct RegistrationTests {
    private let clock = MemoryClock()
    private let here = MemoryAsterisk()
    private let there = MemoryAsterisk()
    private let board = NodeBoard(mode: .secondary)
    private let service: RegistrationService
    private let peer: RegistrationService
    private let link: MemoryControlPort

    init() {
        peer = RegistrationService(
            asterisk: there, control: SilentControl(), board: NodeBoard(mode: .primary), clock: clock,
            logger: RunningService.quietLogger)
        link = MemoryControlPort(answering: PhonesOnly(registrations: peer), clock: clock)
        service = RegistrationService(
            asterisk: here, control: link, board: board, clock: clock, logger: RunningService.quietLogger)
    }

    @Test func `the contact at the former node is taken away when the phone registers here`() async throws {
        there.set(contacts: [contact("201", "192.168.1.50"), contact("202", "192.168.1.51")])
        await peer.look()
        await service.look()
        clock.advance(by: .seconds(20))
        here.set(contacts: [contact("201", "192.168.1.50")])
        await service.look()
        #expect(try await there.contacts().map(\.endpoint) == ["202"])
        #expect(try await here.contacts().map(\.endpoint) == ["201"])
        #expect(link.asked.count == 1)
        await service.look()
        #expect(link.asked.count == 1, "it is told once")
    }

    @Test func `another phone of the extension keeps its contact`() async throws {
        there.set(contacts: [contact("201", "192.168.1.50"), contact("201", "192.168.1.99")])
        await peer.look()
        await service.look()
        clock.advance(by: .seconds(20))
        here.set(contacts: [contact("201", "192.168.1.50")])
        await service.look()
        #expect(try await there.contacts().map(\.phoneHost) == ["192.168.1.99"])
    }

    @Test func `a phone that registers with both keeps both`() async throws {
        await peer.look()
        await service.look()
        there.set(contacts: [contact("201", "192.168.1.50")])
        await peer.look()
        clock.advance(by: .seconds(1))
        here.set(contacts: [contact("201", "192.168.1.50")])
        await service.look()
        #expect(try await there.contacts().count == 1)
    }

    @Test func `a phone that came back meanwhile is not taken away by what is told late`() async throws {
        there.set(contacts: [contact("201", "192.168.1.50")])
        await peer.look()
        await service.look()
        link.turn(.failing(.lost("the line is down")))
        clock.advance(by: .seconds(20))
        here.set(contacts: [contact("201", "192.168.1.50")])
        await service.look()
        clock.advance(by: .seconds(20))
        // It registered with the former node again, which only lengthens its contact there.
        there.set(contacts: [contact("201", "192.168.1.50")])
        await peer.look()
        clock.advance(by: .seconds(20))
        link.turn(.up)
        await service.look()
        #expect(link.asked.count == 2, "told again once the line is there")
        #expect(try await there.contacts().count == 1)
    }

    @Test func `who was registered before the daemon came is nobody new`() async throws {
        there.set(contacts: [contact("201", "192.168.1.50")])
        clock.advance(by: .seconds(20))
        here.set(contacts: [contact("201", "192.168.1.50")])
        await service.look()
        here.become(.unreachable("killed"))
        await service.look()
        here.become(.running)
        await service.look()
        #expect(link.asked.isEmpty)
    }

    @Test func `a contact that was taken away and comes again is new`() async throws {
        here.set(contacts: [contact("201", "192.168.1.50")])
        await service.look()
        clock.advance(by: .seconds(20))
        let phone = try #require(
            ControlRequest.Registered.Phone(endpoint: "201", host: "192.168.1.50", ageMilliseconds: 0))
        await service.registered(.init(phones: [phone]))
        #expect(try await here.contacts().isEmpty)
        #expect(board.read { $0.decisions.newest(1) }.first?.decision.contains("registered with the Primary") == true)
        here.set(contacts: [contact("201", "192.168.1.50")])
        await service.look()
        #expect(link.asked.count == 1)
    }

    @Test func `so many phones at most wait to be told`() {
        var book = RegistrationBook()
        book.looked([], at: clock.now(), wallTime: clock.wallTime())
        let crowd = (0...RegistrationBook.untoldMax).map { contact("\(10_000 + $0)", "192.0.2.1") }
        book.looked(crowd, at: clock.now(), wallTime: clock.wallTime())
        var told = 0
        while case let news = book.news(at: clock.now()), !news.isEmpty {
            #expect(news.count <= ControlRequest.Registered.phonesMax)
            told += news.count
            book.told(news)
        }
        #expect(told == RegistrationBook.untoldMax)
    }

    /// A registration made now, for a minute.
    private func contact(_ endpoint: String, _ host: String) -> ContactDetail {
        ContactDetail(
            id: "\(endpoint);@\(host)", endpoint: endpoint, addressOfRecord: endpoint,
            uri: "sip:\(endpoint)@203.0.113.5:40012;x-ast-orig-host=\(host):5060", status: .reachable,
            expires: clock.wallTime().rawValue / 1_000_000 + 60)
    }

    /// A peer that answers of phones alone.
    private struct PhonesOnly: ControlAnswering {
        let registrations: RegistrationService

        func answer(_ request: ControlRequest) async -> ControlReply {
            if case .registered(let there) = request { await registrations.registered(there) }
            return .acknowledge
        }

        func refused(_ refusal: ControlRefusal) {}
    }

    /// A line on which nobody answers.
    private struct SilentControl: ControlPort {
        func request(_ request: ControlRequest, timeout: Duration) async throws(ControlFailure) -> ControlReply {
            throw .portClosed
        }
    }
}
