import Foundation

/// What a run was measured on.
struct MachineFacts: Codable, Sendable {
    let date: String
    let system: String
    let processors: Int
    let memoryGibibytes: Double
    let mariaDB: String
    /// The load of the machine over the minute before the run.
    let loadBefore: Double
    let command: String

    static func now(command: String) -> MachineFacts {
        let release = (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)) ?? ""
        let name = release.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
        let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first
        return MachineFacts(
            date: Date().formatted(.iso8601.year().month().day()),
            system: name.map { String($0.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" }) } ?? "Linux",
            processors: ProcessInfo.processInfo.processorCount,
            memoryGibibytes: (Double(ProcessInfo.processInfo.physicalMemory) / Double(1 << 30)).rounded(),
            mariaDB: Shell.output("mariadbd", ["--version"]).split(separator: " ").drop { $0 != "Ver" }
                .dropFirst().first.map(String.init) ?? "unknown",
            loadBefore: load.flatMap { Double($0) } ?? 0, command: command)
    }

    var sentence: String {
        "Measured on \(date): \(processors) processors, \(Int(memoryGibibytes)) GiB of memory, \(system), "
            + "MariaDB \(mariaDB); load average before the run \(loadBefore.short); by `\(command)`."
    }
}
