import FoundationEssentials
import Glibc
import Ports
import TestSupport
import Testing
import Vocabulary
import X509

@testable import HostSystem

struct PairCertificatesTests {
    private let one = Array("the one key".utf8)
    private let other = Array("the other key".utf8)
    private let clock = MemoryClock()

    private func certificates(in folder: TemporaryFolder) -> PairCertificates {
        PairCertificates(stateFolder: folder.path, clock: clock)
    }

    private func set(in folder: TemporaryFolder) throws -> CertificateSet {
        let files = certificates(in: folder).files
        return try CertificateSet(
            authoritiesPEM: try #require(try AtomicFile(path: files.authorities).readText()),
            chainPEM: try #require(try AtomicFile(path: files.certificate).readText()),
            keyPEM: try #require(try AtomicFile(path: files.privateKey).readText()))
    }

    @Test func `one key makes one authority on every node`() throws {
        #expect(try PairAuthority(pairKey: one).publicKey == PairAuthority(pairKey: one).publicKey)
        #expect(try PairAuthority(pairKey: one).name == PairAuthority(pairKey: one).name)
        #expect(try PairAuthority(pairKey: one).publicKey != PairAuthority(pairKey: other).publicKey)
        #expect(try PairAuthority(pairKey: one).name != PairAuthority(pairKey: other).name)
    }

    @Test func `the derivation never changes`() throws {
        let authority = try PairAuthority(pairKey: one)
        let name = "\(authority.name)"
        #expect(name == "CN=comxfailover pair 1e7bf1ceb8bfefb5,O=comxfailover")
    }

    @Test func `both nodes' certificates come from the same authority and their keys differ`() throws {
        let (left, right) = (try TemporaryFolder(), try TemporaryFolder())
        try certificates(in: left).provide(pairKey: one, hosts: ["10.10.10.1"])
        try certificates(in: right).provide(pairKey: one, hosts: ["10.20.20.2"])
        let (leftSet, rightSet) = (try set(in: left), try set(in: right))
        let authority = try PairAuthority(pairKey: one)
        #expect(leftSet.authorities.map(\.publicKey) == [authority.publicKey])
        #expect(rightSet.authorities.map(\.publicKey) == [authority.publicKey])
        #expect(authority.signed(leftSet.chain[0]) && authority.signed(rightSet.chain[0]))
        #expect(leftSet.key.publicKey != rightSet.key.publicKey)
    }

    @Test func `the key is for its owner alone`() throws {
        let folder = try TemporaryFolder()
        try certificates(in: folder).provide(pairKey: one, hosts: [])
        var entry = stat()
        try #require(stat(certificates(in: folder).files.privateKey, &entry) == 0)
        #expect(entry.st_mode & 0o777 == 0o600)
    }

    @Test func `files that fit are left alone`() throws {
        let folder = try TemporaryFolder()
        #expect(try certificates(in: folder).provide(pairKey: one, hosts: ["db.example"]))
        #expect(try !certificates(in: folder).provide(pairKey: one, hosts: ["db.example"]))
    }

    @Test func `another secret, another host or an approaching end make new files`() throws {
        let folder = try TemporaryFolder()
        let certificates = certificates(in: folder)
        try certificates.provide(pairKey: one, hosts: ["10.10.10.1"])
        #expect(try certificates.provide(pairKey: other, hosts: ["10.10.10.1"]))
        #expect(try certificates.provide(pairKey: other, hosts: ["10.10.10.2"]))
        #expect(try certificates.provide(pairKey: one, previousPairKey: other, hosts: ["10.10.10.2"]))
        #expect(try certificates.provide(pairKey: one, hosts: ["10.10.10.2"]))
        clock.jump(wallTimeBy: .seconds(9.5 * 365 * 86_400))
        #expect(try certificates.provide(pairKey: one, hosts: ["10.10.10.2"]))
    }

    @Test(arguments: ["ca.pem", "node-cert.pem", "node-key.pem"])
    func `a damaged or missing file is made again`(name: String) throws {
        let folder = try TemporaryFolder()
        let certificates = certificates(in: folder)
        try certificates.provide(pairKey: one, hosts: [])
        try AtomicFile(path: folder.path + "/tls/" + name, access: .ownerOnly).write("-----BEGIN NOTHING-----\n")
        #expect(try certificates.provide(pairKey: one, hosts: []))
        try #require(unlink(folder.path + "/tls/" + name) == 0)
        #expect(try certificates.provide(pairKey: one, hosts: []))
        #expect(try !certificates.provide(pairKey: one, hosts: []))
    }

    @Test func `a key that others can read is replaced`() throws {
        let folder = try TemporaryFolder()
        let certificates = certificates(in: folder)
        try certificates.provide(pairKey: one, hosts: [])
        try #require(chmod(certificates.files.privateKey, 0o640) == 0)
        #expect(try certificates.provide(pairKey: one, hosts: []))
    }

    @Test func `a clock two days behind the maker's accepts the certificate`() throws {
        let folder = try TemporaryFolder()
        try certificates(in: folder).provide(pairKey: one, hosts: [])
        let leaf = try set(in: folder).chain[0]
        let made = Double(clock.wallTime().rawValue) / 1_000_000
        #expect(leaf.notValidBefore.timeIntervalSince1970 <= made - 2 * 86_400 + 1)
        #expect(leaf.notValidAfter.timeIntervalSince1970 >= made + 10 * 365 * 86_400 - 1)
    }

    @Test func `the names are addresses and hosts with loopback, each once`() {
        let names = HostNames.certificateNames(of: ["10.10.10.1", "pbx.example", "127.0.0.1", "fd00::1", ""])
        #expect(names.count == 4)
        #expect(names.contains(.dnsName("pbx.example")))
    }

    @Test func `during a change both authorities are trusted and the old one vouches for the new`() throws {
        let folder = try TemporaryFolder()
        try certificates(in: folder).provide(pairKey: one, previousPairKey: other, hosts: [])
        let set = try set(in: folder)
        let (current, previous) = (try PairAuthority(pairKey: one), try PairAuthority(pairKey: other))
        #expect(set.authorities.map(\.publicKey) == [current.publicKey, previous.publicKey])
        #expect(current.signed(set.chain[0]))
        #expect(previous.signed(set.chain[1]))
        #expect(set.chain[1].publicKey == current.publicKey)
    }

    @Test func `the same key as before is no change`() throws {
        let folder = try TemporaryFolder()
        try certificates(in: folder).provide(pairKey: one, previousPairKey: one, hosts: [])
        #expect(try set(in: folder).chain.count == 1)
    }
}
