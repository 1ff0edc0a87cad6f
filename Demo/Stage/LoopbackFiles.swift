import Foundation
import Vocabulary

/// The settings and the secret of two nodes that stand on loopback; those of the lab's hosts are the lab's.
struct LoopbackFiles: Sendable {
    private static let databasePort = 33_406

    let folder: DemoFolder
    let secret: String

    func write() throws(DemoFailure) {
        for mode in Mode.allCases {
            try folder.clear(mode)
            do {
                try Data((secret + "\n").utf8).write(to: URL(fileURLWithPath: folder.secret(mode)))
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.secret(mode))
                try Data(settings(mode).utf8).write(to: URL(fileURLWithPath: folder.place(mode).settingsFile))
            } catch {
                throw .machine("\(folder.node(mode)) cannot be filled: \(error.localizedDescription)")
            }
        }
    }

    private func settings(_ mode: Mode) -> String {
        let network = DemoNetwork.loopback
        return """
            mode: \(mode.rawValue)
            local_host: \(network.address(mode))
            remote_host: \(network.address(mode.peer))
            secret_file: \(folder.secret(mode))
            state_folder: \(folder.place(mode).stateFolder)
            property:
                name: Hotel Demonstration
                time_zone: Europe/Vienna
            ports:
                metrics: \(network.metricsPort(mode))
            peer_ports:
                database: \(Self.databasePort)
            database:
                private:
                    port: \(Self.databasePort)

            """
    }
}
