import Vocabulary

/// Where a server's engine writes its log, of which every commit leaves a trace.
package struct EngineLogPlace: Sendable {
    /// The log's first file, the only one that servers of today keep.
    package static let fileName = "ib_logfile0"

    private let connection: MariaConnection

    package init(endpoint: MariaEndpoint) { connection = MariaConnection(endpoint: endpoint) }

    /// The path of the log on the server's machine.
    package func path() async throws -> String? {
        let folder = try await connection.perform { session in
            try session.query("SELECT @@GLOBAL.datadir, @@GLOBAL.innodb_log_group_home_dir").first?.values
                .compactMap(\.readable)
        }
        await connection.close()
        guard let folder, folder.count == 2 else { return nil }
        let home = folder[1].hasPrefix("/") ? folder[1] : folder[0] + "/" + folder[1]
        return home + "/" + Self.fileName
    }
}
