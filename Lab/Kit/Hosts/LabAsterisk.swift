import AsteriskTestKit
import Vocabulary

/// The Asterisk of a host: its own configuration, database, spool and log below one folder.
package struct LabAsterisk: Sendable, Hashable {
    /// How long a start may take.
    package static let bootMax = Duration.seconds(30)
    /// The name of its process.
    static let program = "asterisk"

    let room: LabRoom
    private let source: AsteriskProgram

    init(room: LabRoom, source: AsteriskProgram) {
        self.room = room
        self.source = source
    }

    package var folder: String { room.folder + "/asterisk" }
    /// Where its configuration lies: what a daemon renders goes there.
    package var configuration: String { folder + "/etc" }

    /// Writes the configuration that it begins with.
    func prepare(_ options: LabOptions, mode: Mode, addresses: LabAddresses) throws(LabFailure) {
        let folders = ["etc", "log", "run", "spool", "lib/agi-bin", "lib/keys", "database", "root"]
        try LabFile.make(folders.map { "\(folder)/\($0)" })
        let files = LabAsteriskFiles(
            plan: options.plan, mode: mode, addresses: addresses, folder: folder, program: source)
        for (name, text) in options.isRendered ? files.hostTexts : files.texts { try write(text, to: name) }
    }

    /// Waits until the daemon has written the configuration.
    func awaitConfiguration(within limit: Duration = .seconds(60)) async throws {
        try await LabWaiting.until("the configuration on \(room.hostName)", within: limit) {
            ["extensions.conf", "manager.conf", "pjsip.conf"].allSatisfy { LabFile.exists("\(configuration)/\($0)") }
        }
    }

    /// Replaces or adds a file of the configuration; a running Asterisk reads it at its next reload.
    package func write(_ text: String, to name: String) throws(LabFailure) {
        try LabFile.write(text, to: "\(configuration)/\(name)")
    }

    /// Adds to a file of the configuration.
    package func append(_ text: String, to name: String) throws(LabFailure) {
        try write((LabFile.text("\(configuration)/\(name)") ?? "") + text, to: name)
    }

    /// A file of the configuration.
    package func text(_ name: String) throws(LabFailure) -> String {
        guard let text = LabFile.text("\(configuration)/\(name)") else { throw .unusable("there is no \(name)") }
        return text
    }

    /// Changes a file of the configuration.
    package func change(_ name: String, _ change: (String) -> String) throws(LabFailure) {
        try write(change(try text(name)), to: name)
    }

    /// Has it read its files anew.
    package func reload(_ module: String) async { _ = await command("module reload \(module)") }

    /// What it has loaded: endpoints, places of registration, and every step of the dialplan, in one order.
    package func loaded() async -> [String] {
        var lines: [String] = []
        for (line, word) in [("pjsip show endpoints", "Endpoint:"), ("pjsip show aors", "Aor:")] {
            lines += await command(line).split(separator: "\n").compactMap { row in
                let words = row.split(separator: " ").map(String.init)
                guard words.first == word, words.count > 1, !words[1].hasPrefix("<") else { return nil }
                return "\(word) \(words[1])"
            }
        }
        lines += await command("dialplan show").split(separator: "\n").map(String.init)
            .filter { $0.contains("pbx_config") }
        return lines.sorted()
    }

    package var process: LabProcess? { room.processes(Self.program).first }

    /// Starts it and returns when it has booted whole.
    package func start() async throws {
        let launch = AsteriskLaunch(program: source, folder: folder, shared: [])
        try await room.spawn(launch.command, log: folder + "/log/output")
        try await LabWaiting.until("Asterisk on \(room.hostName)", within: Self.bootMax, seen: { log }) {
            await command("core waitfullybooted").contains("has fully booted")
        }
    }

    /// What its console answers to a line; its complaints where it does not answer.
    package func command(_ line: String) async -> String {
        guard let process else { return "Asterisk does not run" }
        let words =
            ["nsenter", "--target", "\(process.pid)", "--mount", "--root", "--wdns=/", source.executable]
            + ["-C", configuration + "/asterisk.conf", "-rx", line]
        do {
            let ending = try await LabCommand.run(words)
            return ending.output + ending.error
        } catch {
            return "\(error)"
        }
    }

    /// Waits until the console's answer to a line is as wanted; gives it.
    @discardableResult
    package func awaitCommand(
        _ line: String, _ what: String, within limit: Duration = .seconds(20), _ holds: (String) -> Bool
    ) async throws -> String {
        var last = ""
        return try await LabWaiting.find("\(room.hostName): \(what)", within: limit, seen: { last }) {
            last = await command(line)
            return holds(last) ? last : nil
        }
    }

    /// Waits until an extension has a contact.
    package func awaitContact(of number: String, within limit: Duration = .seconds(30)) async throws {
        try await awaitCommand("pjsip show aor \(number)", "a contact of \(number)", within: limit) {
            $0.contains("Contact:  \(number)/sip:")
        }
    }

    /// Waits until the trunk to the peer is seen in a state: `Avail` or `Unavail`.
    package func awaitTrunk(_ state: String, within limit: Duration = .seconds(20)) async throws {
        try await awaitCommand("pjsip show aor \(LabPlan.trunk)", "the trunk \(state)", within: limit) {
            $0.contains(" \(state) ")
        }
    }

    /// The last lines of its log, for a failure's words.
    package var log: String { LabFile.tail(folder + "/log/output") + "\n" + LabFile.tail(folder + "/log/messages") }
}
