import Glibc

extension PrivateServer {
    /// The text of the option file. What keeps data safe comes last, so that no extra option undoes it.
    package var optionFileText: String {
        let lines =
            ["# Written by comxfailover at every start; changes here are lost.", "[mariadbd]"]
            + placeOptions + networkOptions + sizeOptions + extraOptions + safetyOptions
            + ["", "[client]", "socket=\(socket)", "user=\(Self.systemUser)"]
        return lines.joined(separator: "\n") + "\n"
    }

    private var placeOptions: [String] {
        let user = geteuid() == 0 ? ["user=root"] : []
        return user + [
            "datadir=\(dataFolder)", "tmpdir=\(temporaryFolder)", "socket=\(socket)", "pid-file=\(pidFile)",
            "log-error=\(logFile)", "log-warnings=1",
        ]
    }

    private var networkOptions: [String] {
        guard let port else { return ["skip-networking"] }
        let tls =
            certificates.map {
                ["ssl-cert=\($0.certificateFile)", "ssl-key=\($0.keyFile)", "ssl-ca=\($0.caFile)"]
                    + ["tls-version=TLSv1.2,TLSv1.3"]
            } ?? []
        return ["port=\(port)", "bind-address=\(bindAddress)", "require-secure-transport=OFF"] + tls
    }

    private var sizeOptions: [String] {
        [
            "innodb-buffer-pool-size=\(bufferPoolBytes)", "max-allowed-packet=64M", "performance-schema=OFF",
            "max-connections=100", "character-set-server=utf8mb4", "collation-server=utf8mb4_general_ci",
        ]
    }

    private var safetyOptions: [String] {
        [
            "skip-name-resolve", "local-infile=OFF", "symbolic-links=OFF", "innodb-flush-log-at-trx-commit=1",
            "init-file=\(initFile)",
        ]
    }
}
