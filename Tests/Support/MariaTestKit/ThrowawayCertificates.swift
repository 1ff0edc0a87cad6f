import Foundation
import MariaStore
import Subprocess

/// A CA and a server certificate for loopback addresses, made by `openssl` for one test run.
package struct ThrowawayCertificates: Sendable {
    package struct Failure: Error {
        let words: String
    }

    /// What a server needs; `caFile` is also what its clients trust.
    package let certificates: PrivateServer.Certificates

    /// Makes both in `folder`; the certificate names `addresses` and no host names.
    package init(in folder: String, addresses: [String]) async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let ca = (key: folder + "/ca-key.pem", certificate: folder + "/ca.pem")
        let server = (
            key: folder + "/key.pem", request: folder + "/request.pem", certificate: folder + "/certificate.pem"
        )
        let names = "subjectAltName=" + addresses.map { "IP:\($0)" }.joined(separator: ",")
        let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try await Self.openssl(
            ["req", "-x509", "-days", "2", "-subj", "/CN=throwaway CA", "-keyout", ca.key, "-out", ca.certificate]
                + newKey)
        try await Self.openssl(
            ["req", "-subj", "/CN=throwaway server", "-addext", names, "-keyout", server.key, "-out", server.request]
                + newKey)
        try await Self.openssl([
            "x509", "-req", "-days", "2", "-in", server.request, "-CA", ca.certificate, "-CAkey", ca.key,
            "-CAcreateserial", "-copy_extensions", "copy", "-out", server.certificate,
        ])
        certificates = PrivateServer.Certificates(
            certificateFile: server.certificate, keyFile: server.key, caFile: ca.certificate)
    }

    private static func openssl(_ arguments: [String]) async throws {
        let result = try await Subprocess.run(
            .name("openssl"), arguments: Arguments(arguments), output: .string(limit: 64 << 10),
            error: .combinedWithOutput)
        guard result.terminationStatus.isSuccess else { throw Failure(words: result.standardOutput) }
    }
}
