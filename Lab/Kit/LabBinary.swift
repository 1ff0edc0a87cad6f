import Foundation

/// Where the daemon's program is.
package enum LabBinary {
    /// The program named by `COMXFAILOVER_BINARY`, or the one in the build folder of whoever runs now.
    package static func found() throws(LabFailure) -> String {
        var places = [ProcessInfo.processInfo.environment["COMXFAILOVER_BINARY"]].compactMap { $0 }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
        for path in [own] + bundles {
            places.append(URL(fileURLWithPath: path).deletingLastPathComponent().path + "/comxfailover")
        }
        guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw .missing("comxfailover (looked at \(places.joined(separator: ", ")))", helps: "make build")
        }
        return URL(fileURLWithPath: found).standardizedFileURL.path
    }
}
