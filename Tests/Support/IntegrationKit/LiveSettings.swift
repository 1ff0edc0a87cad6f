import Vocabulary

/// What differs between the settings files of tests.
package struct LiveSettings: Sendable, Hashable {
    package var mode: Mode
    package var secret: String
    package var freeSpaceFloorMebibytes: Int?
    /// Where this node looks for the peer's MariaDB.
    package var peerDatabasePort = LivePlace.databasePort
    /// Whether phones get their files here.
    package var isProvisioning = false
    /// Whether wake-ups are accepted while the owner of the guests is down.
    package var acceptsWakeUps = false
    package var extraOptions = [
        "innodb-log-file-size=16M", "innodb-flush-method=nosync", "aria-log-file-size=8M", "debug-no-sync",
        "innodb-data-file-path=ibdata1:4M:autoextend", "innodb-temp-data-file-path=ibtmp1:4M:autoextend",
    ]

    package init(mode: Mode, secret: String) {
        self.mode = mode
        self.secret = secret
    }

    /// The settings file of a node at `place` whose peer is at `peer`.
    func text(place: LivePlace, peer: LivePlace, folder: String, state: String) -> String {
        let options = extraOptions.map { "\"\($0)\"" }.joined(separator: ", ")
        let floor = freeSpaceFloorMebibytes.map { "replication:\n    free_space_floor_mb: \($0)\n" } ?? ""
        let provisioning = isProvisioning ? "provisioning:\n    enabled: true\n" : ""
        return """
            mode: \(mode.rawValue)
            local_host: \(place.host)
            remote_host: \(peer.host)
            secret_file: \(folder)/secret
            state_folder: \(state)
            ports:
                heartbeat: \(LivePlace.heartbeatPort)
                control: \(LivePlace.controlPort)
                metrics: \(LivePlace.metricsPort)
                metrics_address: \(place.host)
                provisioning: \(LivePlace.provisioningPort)
                provisioning_address: \(place.host)
                console_socket: \(folder)/node.sock
            peer_ports:
                heartbeat: \(LivePlace.heartbeatPort)
                control: \(LivePlace.controlPort)
                database: \(peerDatabasePort)
            database:
                private:
                    port: \(LivePlace.databasePort)
                    bind_address: \(place.host)
                    buffer_pool: 32M
                    extra_options: [\(options)]
            \(floor)
            \(provisioning)
            \(acceptsWakeUps ? "guests:\n    accept_wake_ups: true" : "")
            """
    }
}
