import Vocabulary

/// One of the two servers: a room of its own with OpenVPN, Asterisk, the daemon and its MariaDB.
package struct LabHost: Sendable {
    package let mode: Mode
    package let room: LabRoom
    package let asterisk: LabAsterisk
    package let node: LabNode
    let network: LabNetwork
    /// Nil where the two are on one network.
    let tunnel: LabTunnel?
    let options: LabOptions

    package var namespace: NetworkNamespace { room.namespace }
    package var isOn: Bool { room.isOn }

    /// Writes what the host begins with; nothing runs yet.
    func prepare(secret: String) throws(LabFailure) {
        try LabFile.make([room.folder + "/etc", room.folder + "/log"])
        if options.hasAsterisk {
            try asterisk.prepare(options, mode: mode, addresses: network.addresses)
        }
        if options.hasNodes {
            try node.prepare(secret: secret, extra: telephony + (options.settings[mode.rawValue] ?? ""))
        }
    }

    /// The section of the settings by which the daemon writes Asterisk's configuration.
    private var telephony: String {
        options.isRendered ? "asterisk:\n    config_folder: \(asterisk.configuration)\n" : ""
    }

    /// Switches the host on and starts everything on it; returns when calls can be made.
    package func start() async throws {
        try await network.connect(mode)
        try await room.start()
        try await tunnel?.start(mode, in: room)
        // The daemon first: it makes its database while Asterisk boots.
        if options.hasNodes { try await node.start() }
        if options.isRendered { try await asterisk.awaitConfiguration() }
        if options.hasAsterisk { try await asterisk.start() }
    }

    /// Switches the host off as a power cut does: it says nothing more to anybody, not even that it ends.
    package func cutPower() async throws {
        try await plug("down")
        try await room.kill()
    }

    /// Puts the power back.
    package func revive() async throws {
        try await plug("up")
        try await start()
    }

    private func plug(_ state: String) async throws(LabFailure) {
        try await network.site(mode).configure(["link set dev \(LabPlace.host(mode).port) \(state)"])
    }
}
