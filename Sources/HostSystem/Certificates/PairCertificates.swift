import Glibc
import Ports
import Vocabulary

/// Keeps the node's TLS files in `<state folder>/tls`: `ca.pem`, `node-cert.pem`, `node-key.pem` (mode 0600).
///
/// Two nodes trust each other if and only if they hold the same secret. While the secret changes, `ca.pem` also holds
/// the previous secret's authority and `node-cert.pem` a cross certificate of it, so that a node on either side of
/// the change accepts and is accepted.
package struct PairCertificates: Sendable {
    private let folder: String
    private let clock: any ClockPort

    package init(stateFolder: String, clock: any ClockPort) {
        folder = stateFolder + "/tls"
        self.clock = clock
    }

    /// Where the files are, whether or not they have been made.
    package var files: TLSFiles {
        TLSFiles(
            authorities: folder + "/ca.pem", certificate: folder + "/node-cert.pem",
            privateKey: folder + "/node-key.pem")
    }

    /// Makes sure that the files fit `pairKey` (derived from the secret), `previousPairKey` (during a change of the
    /// secret) and `hosts` (this node's addresses and names), and says whether they had to be written anew. Files that
    /// still fit are left alone.
    @discardableResult
    package func provide(
        pairKey: [UInt8], previousPairKey: [UInt8]? = nil, hosts: [String]
    ) throws(CertificateFailure) -> Bool {
        do {
            let current = try PairAuthority(pairKey: pairKey)
            let previous = try previousPairKey.flatMap { $0 == pairKey ? nil : try PairAuthority(pairKey: $0) }
            let names = HostNames.certificateNames(of: hosts)
            let now = clock.wallTime()
            if let stored = stored(), stored.fits(current: current, previous: previous, names: names, at: now) {
                return false
            }
            try store(.issued(by: current, previous: previous, names: names, at: now))
            return true
        } catch {
            throw CertificateFailure(description: "the pair's certificates in \(folder) cannot be made: \(error)")
        }
    }

    /// What the folder holds, or nil where a file is missing, damaged or open to others.
    private func stored() -> CertificateSet? {
        let files = files
        guard let authorities = try? AtomicFile(path: files.authorities).readText(),
            let chain = try? AtomicFile(path: files.certificate).readText(),
            let key = try? AtomicFile(path: files.privateKey).readText(),
            isPrivate(files.privateKey)
        else { return nil }
        return try? CertificateSet(authoritiesPEM: authorities, chainPEM: chain, keyPEM: key)
    }

    private func store(_ set: CertificateSet) throws {
        try FolderPath.ensure(folder)
        try AtomicFile(path: files.privateKey, access: .ownerOnly).write(set.keyPEM())
        try AtomicFile(path: files.certificate).write(set.chainPEM())
        try AtomicFile(path: files.authorities).write(set.authoritiesPEM())
    }

    private func isPrivate(_ path: String) -> Bool {
        var entry = stat()
        return stat(path, &entry) == 0 && entry.st_mode & 0o077 == 0
    }
}
