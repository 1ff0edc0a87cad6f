import AsteriskTestKit
import Glibc
import Synchronization
import Vocabulary

/// The whole system on one machine: two hosts, the hotel's router, the provider, phones and a carrier, in network
/// namespaces of their own.
package final class Lab: Sendable {
    /// Between two looks after the phones.
    private static let phonePause = Duration.milliseconds(100)

    package let name: LabName
    package let folder: LabFolder
    package let options: LabOptions
    package let network: LabNetwork
    package let primary: LabHost
    package let secondary: LabHost
    private let tunnel: LabTunnel?
    private let phoneList = Mutex<[LabPhone]>([])

    package var hosts: [LabHost] { [primary, secondary] }
    package func host(_ mode: Mode) -> LabHost { mode == .primary ? primary : secondary }
    package var addresses: LabAddresses { network.addresses }
    package var phones: [LabPhone] { phoneList.withLock { $0 } }

    private init(name: LabName, folder: LabFolder, options: LabOptions, binary: String) throws {
        self.name = name
        self.folder = folder
        self.options = options
        let network = LabNetwork(name: name, topology: options.topology)
        let tunnel =
            options.topology == .hybrid ? LabTunnel(addresses: network.addresses, folder: folder.keys) : nil
        let source = options.hasAsterisk ? try AsteriskProgram.found() : .host(path: "/usr/sbin/asterisk")
        func host(_ mode: Mode) -> LabHost {
            let room = LabRoom(
                lab: name, namespace: network.host(mode), hostName: "lab-\(mode.rawValue)", folder: folder.host(mode))
            return LabHost(
                mode: mode, room: room, asterisk: LabAsterisk(room: room, source: source),
                node: LabNode(mode: mode, room: room, addresses: network.addresses, binary: binary),
                network: network, tunnel: tunnel, options: options)
        }
        self.network = network
        self.tunnel = tunnel
        primary = host(.primary)
        secondary = host(.secondary)
    }

    // MARK: Up and down

    /// Puts a lab up, runs `body` with it while its phones are alive, and leaves nothing behind.
    package static func running(
        _ options: LabOptions = LabOptions(), _ body: (Lab) async throws -> Void
    ) async throws {
        try LabTools.require()
        try await LabFolder.sweep()
        let name = LabName.fresh()
        let outcome: Result<Void, any Error>
        do {
            let lab = try await put(up: options, name: name, owner: getpid())
            try await lab.withPhones { try await body(lab) }
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        try await LabFolder(name).clear(name)
        try outcome.get()
    }

    /// Puts a lab up under a name; whatever was there under that name is taken away first.
    ///
    /// - Parameter binary: the daemon's program; nil is the one that belongs to whoever runs now.
    package static func put(
        up options: LabOptions, name: LabName, owner: pid_t? = nil, binary given: String? = nil
    ) async throws -> Lab {
        try LabTools.require()
        let folder = LabFolder(name)
        try await folder.clear(name)
        let binary = options.hasNodes ? try given ?? LabBinary.found() : ""
        try folder.write(LabFolder.Note(tag: name.tag, options: options, binary: binary, owner: owner))
        let lab = try Lab(name: name, folder: folder, options: options, binary: binary)
        do {
            try await lab.start()
        } catch {
            if owner == nil { try await folder.clear(name) }
            throw error
        }
        return lab
    }

    /// The lab that is up under a name; nil where there is none.
    package static func standing(_ name: LabName) throws -> Lab? {
        let folder = LabFolder(name)
        guard let note = folder.note else { return nil }
        return try Lab(name: name, folder: folder, options: note.options, binary: note.binary)
    }

    private func start() async throws {
        let secret = "a secret of one lab \(UInt64.random(in: .min ... .max)) \(UInt64.random(in: .min ... .max))"
        try await network.lay()
        try await tunnel?.makeKeys()
        for host in hosts { try host.prepare(secret: secret) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for host in hosts { group.addTask { try await host.start() } }
            try await group.waitForAll()
        }
    }

    // MARK: Phones

    /// Puts a phone or a gateway on the hotel's network and switches it on.
    package func phone(_ plan: PhonePlan) async throws -> LabPhone {
        let namespace = try await network.attach(plan.place)
        let phone = LabPhone(plan: plan, namespace: namespace, lab: name, folder: folder)
        try await phone.start()
        phoneList.withLock { $0.append(phone) }
        return phone
    }

    /// Runs `body` while the phones look after their registrations.
    package func withPhones<T>(_ body: () async throws -> T) async throws -> T {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.keepPhones() }
            defer { group.cancelAll() }
            return try await body()
        }
    }

    private func keepPhones() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        while !Task.isCancelled {
            for phone in phones {
                try await phone.restartIfDead()
                try phone.tick(at: clock.now - start)
            }
            try? await clock.sleep(for: Self.phonePause)
        }
    }
}
