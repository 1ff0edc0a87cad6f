extension SettingsKey {
    static let ports: [SettingsKey] = [
        .port("ports.heartbeat", \.settings.ports.heartbeat),
        .port("ports.control", \.settings.ports.control),
        .port("ports.metrics", \.settings.ports.metrics),
        .text("ports.metrics_address", \.settings.ports.metricsAddress, .host),
        .port("ports.provisioning", \.settings.ports.provisioning),
        .text("ports.provisioning_address", \.settings.ports.provisioningAddress, .host),
        .text("ports.console_socket", \.settings.ports.consoleSocket, .socketPath) { $0.settings.consoleSocket },
    ]

    static let peerPorts: [SettingsKey] = [
        .port("peer_ports.heartbeat", \.settings.peerPorts.heartbeat) { $0.peerHeartbeatPort },
        .port("peer_ports.control", \.settings.peerPorts.control) { $0.peerControlPort },
        .port("peer_ports.database", \.settings.peerPorts.database) { $0.peerDatabasePort },
    ]
}
