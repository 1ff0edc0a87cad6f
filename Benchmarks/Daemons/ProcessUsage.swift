import Foundation
import Glibc

/// What a process has used, as `/proc` tells it.
struct ProcessUsage {
    /// Seconds on a processor since its start.
    let processorSeconds: Double
    /// Resident memory, mebibytes.
    let residentMebibytes: Double

    init?(of pid: pid_t) {
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
            let close = stat.lastIndex(of: ")")
        else { return nil }
        let fields = stat[stat.index(after: close)...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return nil }
        processorSeconds = (user + system) / Double(sysconf(CInt(_SC_CLK_TCK)))
        let resident = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let kibibytes = resident?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
        residentMebibytes = (kibibytes ?? 0) / 1_024
    }
}
