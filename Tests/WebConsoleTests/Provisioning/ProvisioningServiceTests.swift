import AsteriskText
import NIOHTTP1
import Ports
import TestSupport
import Testing
import Vocabulary
import WebConsole
import Wire

/// Phones that fetch their files over HTTPS.
@Suite(.timeLimit(.minutes(2))) struct ProvisioningServiceTests {
    private let shop = PhoneShop()
    private let roomPhone = SampleDevices.roomPhone
    private let file = "001565abcdef.cfg"

    @Test func `a phone with its own credentials gets its file`() async throws {
        let answer = try await shop.open { try await $0.ask(file, as: roomPhone) }
        #expect(answer.status == 200)
        #expect(answer.headers.contains("Content-Type: text/plain; charset=utf-8"))
        #expect(answer.headers.contains("Cache-Control: no-store"))
        #expect(answer.body.contains("account.1.sip_server.1.address = 192.168.101.3\n"))
        #expect(answer.body.contains("account.1.sip_server.2.address = 203.0.113.10\n"))
        #expect(answer.body.contains("account.1.password = secret-of-201\n"))
    }

    @Test func `each family is served under its own names`() async throws {
        try await shop.open { phone in
            let poly = SampleDevices.secondRoomPhone
            let first = try await phone.ask("0004f2aabbcc.cfg", as: poly)
            #expect(first.body.contains("CONFIG_FILES=\"0004f2aabbcc-comxfailover.cfg\""))
            #expect(try await phone.ask("0004F2AABBCC-comxfailover.cfg", as: poly).body.contains("PHONE_CONFIG"))
            let desk = try await phone.ask("cfg000b82112233.xml", as: SampleDevices.deskPhone)
            #expect(desk.status == 200)
            #expect(desk.headers.contains("Content-Type: application/xml; charset=utf-8"))
            try await phone.expect(404, "000b82112233.cfg", as: SampleDevices.deskPhone)
        }
    }

    @Test func `without the right credentials a known device and an unknown one look the same`() async throws {
        let unknown = ProvisionedDevice(
            hardwareAddress: try #require(HardwareAddress("001565000001")), model: "yealink", role: .guest,
            accounts: [])
        try await shop.open { phone in
            let refusals = [
                try await phone.ask(file), try await phone.ask("001565000001.cfg"),
                try await phone.ask(file, as: roomPhone, password: "wrong"),
                try await phone.ask("001565000001.cfg", as: unknown, password: "wrong"),
                try await phone.ask(file, as: SampleDevices.deskPhone), try await phone.ask(file, as: unknown),
            ]
            #expect(Set(refusals.map(\.status)) == [401])
            #expect(refusals.allSatisfy { $0 == refusals[0] })
            #expect(refusals[0].headers.contains { $0.lowercased().hasPrefix("www-authenticate: basic realm=") })
        }
        #expect(shop.devices.lookups == 0)
    }

    @Test func `a device that was taken away is not found by its own credentials`() async throws {
        shop.devices.setDevices([])
        #expect(try await shop.open { try await $0.ask(file, as: roomPhone).status } == 404)
    }

    @Test func `guessing is slowed down for the device and not for its neighbours`() async throws {
        try await shop.open { phone in
            for _ in 0..<ProvisioningLimits.wrongPerDevice {
                try await phone.expect(401, file, as: roomPhone, password: "wrong")
            }
            let refused = try await phone.ask(file, as: roomPhone)
            #expect(refused.status == 429)
            #expect(refused.headers.contains("Retry-After: 60"))
            try await phone.expect(200, "cfg000b82112233.xml", as: SampleDevices.deskPhone)
            shop.clock.advance(by: .seconds(60))
            try await phone.expect(200, file, as: roomPhone)
        }
    }

    @Test func `one address cannot try all devices`() async throws {
        try await shop.open { phone in
            for number in 0..<ProvisioningLimits.wrongPerAddress {
                let name = "0015650000" + (number < 16 ? "0" : "") + String(number, radix: 16) + ".cfg"
                try await phone.expect(401, name, as: SampleDevices.deskPhone)
            }
            try await phone.expect(429, file, as: roomPhone)
            shop.clock.advance(by: .seconds(2))
            try await phone.expect(200, file, as: roomPhone)
        }
    }

    @Test func `a phone that asks without end must wait`() async throws {
        try await shop.open { phone in
            for _ in 0..<ProvisioningLimits.filesPerDevice {
                try await phone.expect(200, file, as: roomPhone)
            }
            try await phone.expect(429, file, as: roomPhone)
        }
    }

    @Test func `where no file can be made the phone is told to come again, and the log says why`() async throws {
        try await shop.open { phone in
            try await phone.expect(503, "0002b4445566.cfg", as: SampleDevices.strangePhone)
            #expect(shop.pages.text.contains("Snom D785"))
            shop.templates.set(.yealink, "{{hosst}}")
            try await phone.expect(503, file, as: roomPhone)
            #expect(shop.pages.text.contains("hosst"))
            shop.templates.set(.yealink, "user = {{#accounts}}{{user}}{{/accounts}}\n")
            #expect(try await phone.ask(file, as: roomPhone).body == "user = 201\n")
            shop.devices.setAway(true)
            let answer = try await phone.ask(file, as: roomPhone)
            #expect(answer.status == 503)
            #expect(answer.headers.contains("Retry-After: 60"))
            #expect(answer.body.isEmpty)
        }
    }

    @Test func `nothing else is offered`() async throws {
        try await shop.open { phone in
            for path in ["", "y000000000028.cfg", "a/001565abcdef.cfg", "api/v1/status", "..%2F001565abcdef.cfg"] {
                try await phone.expect(404, path, as: roomPhone)
            }
            for method in [HTTPMethod.POST, .PUT, .DELETE] {
                let status = try await phone.ask(file, as: roomPhone, method: method).status
                #expect([404, 405].contains(status))
            }
        }
        #expect(shop.devices.lookups == 0)
    }

    @Test func `the log tells who asked and no secret`() async throws {
        try await shop.open { phone in
            _ = try await phone.ask(file, as: roomPhone)
            _ = try await phone.ask(file, as: roomPhone, password: "a-wrong-word")
        }
        let log = shop.pages.text
        #expect(log.contains("001565abcdef") && log.contains("127.0.0.1") && log.contains("401"))
        for secret in ["secret-of-201", "a-wrong-word", shop.credentials.password(of: roomPhone.hardwareAddress)] {
            #expect(!log.contains(secret))
        }
    }

    @Test func `a certificate that cannot be read is named`() async throws {
        let service = ProvisioningService(
            router: ProvisioningRouter(desk: shop.desk, clock: shop.clock, logger: shop.pages.logger),
            place: ProvisioningPlace(
                host: "127.0.0.1", port: 0, certificate: "/nowhere/cert.pem", privateKey: "/nowhere/key.pem"),
            logger: shop.pages.logger)
        let failure = await #expect(throws: ListenFailure.self) { try await service.run() }
        #expect(failure?.description.contains("/nowhere/cert.pem") == true)
    }
}
