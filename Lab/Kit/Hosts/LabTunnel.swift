import Vocabulary

/// OpenVPN between the cloud and the hotel, as the seed has it. It ends on the servers themselves: with a server its
/// tunnel dies.
package struct LabTunnel: Sendable, Hashable {
    /// The name of the program's processes.
    static let program = "openvpn"
    private static let device = "tun0"
    private static let deviceMax = Duration.seconds(10)

    let addresses: LabAddresses
    /// Where the keys of both ends lie.
    let folder: String

    /// Makes a key and a certificate for each end, and notes the fingerprint by which the other knows it.
    func makeKeys() async throws(LabFailure) {
        try LabFile.make([folder])
        for mode in Mode.allCases {
            try await LabCommand.demand([
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days", "30", "-subj", "/CN=\(mode.rawValue)", "-keyout", key(mode), "-out", certificate(mode),
            ])
            let line = try await LabCommand.demand([
                "openssl", "x509", "-noout", "-fingerprint", "-sha256", "-in", certificate(mode),
            ])
            let fingerprint = line.split(separator: "=").last.map { $0.filter { !$0.isWhitespace } } ?? ""
            try LabFile.write(String(fingerprint), to: fingerprintFile(mode))
        }
    }

    /// Starts one end and waits until its address is there.
    func start(_ mode: Mode, in room: LabRoom) async throws {
        let file = room.folder + "/etc/openvpn.conf"
        try LabFile.write(configuration(mode), to: file)
        try await room.spawn([Self.program, "--config", file], log: room.folder + "/log/openvpn")
        try await LabWaiting.until(
            "the tunnel's address on \(room.hostName)", within: Self.deviceMax,
            seen: { LabFile.tail(room.folder + "/log/openvpn") }
        ) {
            let ending = try await LabCommand.run(["ip", "-n", room.namespace.name, "address", "show", Self.device])
            return ending.output.contains(addresses.peerLink(mode))
        }
    }

    /// The hotel's end keeps its port: one that came back from another would be a stranger to the cloud's end, which
    /// would go on waiting for the old one.
    private func configuration(_ mode: Mode) -> String {
        let end = mode == .primary ? "tls-server\ndh none\nfloat" : "tls-client"
        let place =
            mode == .primary
            ? "local \(LabAddresses.cloud)\nlport \(LabNetwork.tunnelPort)"
            : "remote \(LabAddresses.cloud)\nrport \(LabNetwork.tunnelPort)\nlport \(LabNetwork.tunnelPort)"
        return """
            dev \(Self.device)
            dev-type tun
            topology p2p
            proto udp4
            \(place)
            \(end)
            ifconfig \(addresses.peerLink(mode)) \(addresses.peerLink(mode.peer))
            cert \(certificate(mode))
            key \(key(mode))
            peer-fingerprint \(LabFile.text(fingerprintFile(mode.peer)) ?? "")
            cipher AES-256-GCM
            data-ciphers AES-256-GCM
            ping 1
            ping-restart 4
            hand-window 8
            connect-retry 1 1
            persist-tun
            verb 3

            """
    }

    private func key(_ mode: Mode) -> String { "\(folder)/\(mode.rawValue).key" }
    private func certificate(_ mode: Mode) -> String { "\(folder)/\(mode.rawValue).crt" }
    private func fingerprintFile(_ mode: Mode) -> String { "\(folder)/\(mode.rawValue).fingerprint" }
}
