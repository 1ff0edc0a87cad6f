import AsteriskText
import AsyncHTTPClient
import Foundation
import HostSystem
import NIOCore
import NIOHTTP1
import NIOSSL
import Ports
import TestSupport
import Testing
import Vocabulary
import WebConsole
import Wire

/// The provisioning service on a real port with the pair's own certificate, and a phone that asks it.
struct PhoneShop: Sendable {
    let devices = MemoryDevices(SampleDevices.all)
    let templates = MemoryTemplates()
    let clock = MemoryClock()
    let pages = LogPages()
    let credentials = ProvisioningCredentials(key: Array(UInt8(0)..<32))

    var desk: PhoneFileDesk {
        PhoneFileDesk(devices: devices, templates: templates, site: SampleDevices.site, credentials: credentials)
    }

    /// An answer as far as a phone can tell one from another.
    struct Answer: Sendable, Equatable {
        let status: UInt
        let headers: [String]
        let body: String
    }

    /// Runs the service while `body` asks.
    func open<Value: Sendable>(
        port: Int = 0, patience: PortPatience? = nil, _ body: @Sendable (Phone) async throws -> Value
    ) async throws -> Value {
        let folder = try TemporaryFolder()
        let certificates = PairCertificates(stateFolder: folder.path, clock: clock)
        try certificates.provide(pairKey: Array(UInt8(0)..<32), hosts: ["127.0.0.1"])
        let files = certificates.files
        var configuration = HTTPClient.Configuration()
        configuration.tlsConfiguration = .makeClientConfiguration()
        configuration.tlsConfiguration?.trustRoots = .file(files.authorities)
        return try await HTTPClient.withHTTPClient(configuration: configuration) { http in
            try await RunningService.run { whenRunning in
                ProvisioningService(
                    router: ProvisioningRouter(desk: desk, clock: clock, logger: pages.logger),
                    place: ProvisioningPlace(
                        host: "127.0.0.1", port: port, certificate: files.certificate, privateKey: files.privateKey),
                    logger: pages.logger, patience: patience, whenRunning: whenRunning)
            } body: { (port: Int) in
                try await body(Phone(http: http, port: port, credentials: credentials))
            }
        }
    }

    /// A phone somewhere in the hotel.
    struct Phone: Sendable {
        let http: HTTPClient
        let port: Int
        let credentials: ProvisioningCredentials

        /// Asks for a file and expects this status.
        func expect(
            _ status: UInt, _ path: String, as owner: ProvisionedDevice, password: String? = nil,
            sourceLocation: SourceLocation = #_sourceLocation
        ) async throws {
            let answer = try await ask(path, as: owner, password: password)
            #expect(answer.status == status, "\(path)", sourceLocation: sourceLocation)
        }

        /// Asks for a file; with `owner` it shows that device's credentials.
        func ask(
            _ path: String, as owner: ProvisionedDevice? = nil, password: String? = nil, method: HTTPMethod = .GET
        ) async throws -> Answer {
            var request = HTTPClientRequest(url: "https://127.0.0.1:\(port)/\(path)")
            request.method = method
            if let owner {
                let word = password ?? credentials.password(of: owner.hardwareAddress)
                let pair = "\(owner.hardwareAddress):\(word)"
                request.headers.add(name: "Authorization", value: "Basic " + Data(pair.utf8).base64EncodedString())
            }
            let answer = try await http.execute(request, timeout: .seconds(20))
            let body = String(buffer: try await answer.body.collect(upTo: 1 << 20))
            let headers = answer.headers.filter { $0.name.lowercased() != "date" }.map { "\($0.name): \($0.value)" }
            return Answer(status: answer.status.code, headers: headers.sorted(), body: body)
        }
    }
}
