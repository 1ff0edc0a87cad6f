import Foundation

/// Where the Asterisk of the tests comes from.
package enum AsteriskProgram: Sendable, Hashable {
    /// This host's own.
    case host(path: String)
    /// The one in a root folder that `Scripts/install-asterisk` made.
    case rootFolder(path: String)

    /// The one that `Scripts/install-asterisk` provides on this host: the cached root folder where there is one.
    package static func found() throws(AsteriskKitFailure) -> AsteriskProgram {
        let cache = ProcessInfo.processInfo.environment["COMXFAILOVER_CACHE"] ?? "/var/cache/comxfailover"
        let root = cache + "/asterisk-root"
        if FileManager.default.isExecutableFile(atPath: root + "/usr/sbin/asterisk") { return .rootFolder(path: root) }
        let own = "/usr/sbin/asterisk"
        if FileManager.default.isExecutableFile(atPath: own) { return .host(path: own) }
        throw .noAsterisk(helps: "Scripts/install-asterisk")
    }

    /// The program's path as it is seen where it runs.
    package var executable: String {
        switch self {
        case .host(let path): path
        case .rootFolder: "/usr/sbin/asterisk"
        }
    }

    /// The folder that becomes `/usr` and `/etc` of the program; the host's own where it is `/`.
    var root: String {
        switch self {
        case .host: "/"
        case .rootFolder(let path): path
        }
    }

    /// Where the modules lie, seen from inside.
    package var modules: String {
        let candidates = ["/usr/lib/\(Self.machine)-linux-gnu/asterisk/modules", "/usr/lib/asterisk/modules"]
        let prefix = root == "/" ? "" : root
        return candidates.first { FileManager.default.fileExists(atPath: prefix + $0) } ?? candidates[0]
    }

    private static var machine: String {
        #if arch(arm64)
            "aarch64"
        #else
            "x86_64"
        #endif
    }
}
