import Foundation
import Glibc

/// The programs that the lab is made of, and how to get those that are missing.
package enum LabTools {
    /// Each program with the Debian package that brings it.
    private static let programs = [
        ("ip", "iproute2"), ("nft", "nftables"), ("nsenter", "util-linux"), ("unshare", "util-linux"),
        ("openvpn", "openvpn"), ("openssl", "openssl"), ("sipp", "sip-tester"), ("baresip", "baresip-core"),
        ("mariadbd", "mariadb-server-core"),
    ]
    private static let folders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin"]

    /// Whether this user may make network namespaces.
    package static var mayMakeNetworks: Bool { geteuid() == 0 }

    /// Throws, with the command that helps, where the lab cannot be put up on this machine.
    package static func require() throws(LabFailure) {
        guard mayMakeNetworks else {
            throw .unusable("the lab makes network namespaces, which only root may; run it as root: make lab")
        }
        for (program, package) in programs where !isInstalled(program) {
            throw .missing(program, helps: "Scripts/lab tools (or: apt-get install -y \(package))")
        }
    }

    private static func isInstalled(_ program: String) -> Bool {
        folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }
}
