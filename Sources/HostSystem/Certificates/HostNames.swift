import Glibc
import SwiftASN1
import X509

/// The names under which a node can be reached, in the form a certificate carries them.
enum HostNames {
    /// `hosts` and the loopback address, without repetition, in a stable order.
    static func certificateNames(of hosts: [String]) -> [GeneralName] {
        var names: [GeneralName] = []
        for host in hosts + ["127.0.0.1"] where !host.isEmpty {
            let name = certificateName(of: host)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private static func certificateName(of host: String) -> GeneralName {
        let address = addressBytes(host, family: AF_INET, count: 4) ?? addressBytes(host, family: AF_INET6, count: 16)
        guard let address else { return .dnsName(host) }
        return .ipAddress(ASN1OctetString(contentBytes: address[...]))
    }

    private static func addressBytes(_ host: String, family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, host, &bytes) == 1 ? bytes : nil
    }
}
