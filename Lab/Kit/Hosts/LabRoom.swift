import Glibc
import Vocabulary

/// A host as the kernel sees it: a network, a name, and a room of process numbers whose first process takes all others
/// along when it is killed, as a power cut does.
package struct LabRoom: Sendable, Hashable {
    /// How long the first process may take to be there.
    private static let startMax = Duration.seconds(10)

    package let lab: LabName
    package let namespace: NetworkNamespace
    /// What the host calls itself.
    package let hostName: String
    /// The host's own files; they have the same path inside and outside.
    package let folder: String

    private var log: String { folder + "/log/room" }
    private var numberFile: String { folder + "/room.pid" }

    /// The first process inside: its own names for hosts, no name server that knows anything; it buries the orphans.
    private static let script = """
        hostname "$1"
        mount --bind "$2/etc/hosts" /etc/hosts
        if [ -e /etc/resolv.conf ]; then mount --bind "$2/etc/resolv.conf" /etc/resolv.conf; fi
        touch "$2/room.ready"
        trap '' TERM INT HUP
        while :; do sleep infinity & wait; done
        """

    /// Switches the host on, with nothing running in it.
    func start() async throws {
        try LabFile.make([folder + "/etc", folder + "/log"])
        try LabFile.write("127.0.0.1 localhost\n127.0.1.1 \(hostName)\n", to: folder + "/etc/hosts")
        try LabFile.write("nameserver \(LabAddresses.provider)\n", to: folder + "/etc/resolv.conf")
        LabFile.remove(folder + "/room.ready")
        let outer = try LabProcess.start(
            ["env", lab.mark] + namespace.prefix
                + ["unshare", "--mount", "--propagation", "private", "--pid", "--uts", "--fork", "--mount-proc"]
                + ["bash", "-c", Self.script, "room", hostName, folder],
            log: log)
        let first: LabProcess = try await LabWaiting.find(
            "the first process of \(hostName)", within: Self.startMax, seen: { LabFile.tail(log) }
        ) {
            guard LabFile.exists(folder + "/room.ready") else { return nil }
            return LabProcess.all.first { $0.parent == outer.pid }
        }
        try LabFile.write("\(first.pid)\n", to: numberFile)
    }

    /// Switches the host off as a power cut does: everything in it is gone at once.
    func kill() async throws {
        guard let first else { return }
        first.send(SIGKILL)
        try await LabWaiting.until("everything on \(hostName) has ended", within: Self.startMax) { !first.isAlive }
        LabFile.remove(numberFile)
    }

    /// The first process, while the host is on.
    var first: LabProcess? {
        guard let text = LabFile.text(numberFile), let pid = pid_t(text.filter(\.isNumber)) else { return nil }
        let process = LabProcess(pid: pid)
        // A number that was given to somebody else meanwhile does not carry our words.
        return process.isAlive && process.words.contains(folder) ? process : nil
    }

    package var isOn: Bool { first != nil }

    /// The processes of the host that run a program of this name.
    package func processes(_ program: String) -> [LabProcess] {
        guard let room = first?.room else { return [] }
        return LabProcess.all.filter { $0.room == room && $0.program == program && $0.isAlive }
    }

    /// The words to put before a command so that it runs on the host.
    package var prefix: [String] {
        get throws(LabFailure) {
            guard let first else { throw .notRunning(hostName) }
            return ["nsenter", "--target", "\(first.pid)", "--net", "--mount", "--pid", "--uts"]
        }
    }

    /// Starts a program on the host that goes on by itself; its words are added to a log.
    func spawn(_ words: [String], log: String) async throws {
        // Started by a process of the host that then ends, it belongs to the host's first process.
        let starter = try LabProcess.start(
            ["env", lab.mark] + prefix + ["setsid", "--fork"] + words, log: log)
        try await LabWaiting.until("\(words[0]) is started", within: Self.startMax) { !starter.isAlive }
    }

    /// Runs a command on the host to its end.
    package func run(_ words: [String]) async throws(LabFailure) -> LabCommand.Ending {
        try await LabCommand.run(try prefix + words)
    }
}
