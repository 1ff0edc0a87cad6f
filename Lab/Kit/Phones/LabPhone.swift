import Foundation
import Glibc
import Synchronization
import Vocabulary

/// A telephone: a real baresip with a tone for a voice, and a hand that dials, answers and hangs up.
///
/// baresip registers where it is told to. That it is told one server at a time, and the backup when the first choice
/// falls silent, is this type's doing, by ``RegistrarChoice``; ``tick(at:)`` must be called all the while.
package final class LabPhone: Sendable {
    private static let startMax = Duration.seconds(15)

    /// What changes while it is on.
    struct Life: Sendable {
        var line: PhoneLine
        var choice: RegistrarChoice?
        var probe: RegistrarProbe?
        var askedAt: Duration?
        /// Accounts to give up as soon as no call runs on them.
        var leaving: Set<String> = []
        /// Since when accounts dial without a word from their server.
        var diallingSince: [String: Duration] = [:]
        /// A registrar whose answers it does not heed.
        var shunned: String?
        /// When accounts were given up, and their registration taken back.
        var takenBack: [String: Duration] = [:]
        /// When to register anew, and where.
        var due: (registrar: Int, at: Duration)?
        let process: LabProcess
    }

    package let plan: PhonePlan
    package let namespace: NetworkNamespace
    let folder: String
    private let lab: LabName
    private let files: PhoneFiles
    let life = Mutex<Life?>(nil)

    init(plan: PhonePlan, namespace: NetworkNamespace, lab: LabName, folder: LabFolder) {
        self.plan = plan
        self.namespace = namespace
        self.lab = lab
        self.folder = folder.phone(plan.word)
        files = PhoneFiles(
            plan: plan, folder: self.folder, tone: "\(folder.tones)/tone-\(plan.tone.frequency).wav")
    }

    package var number: String { plan.word }

    /// What it has told about itself so far.
    package var state: PhoneState {
        life.withLock { life in
            life?.line.look()
            return life?.line.state ?? PhoneState()
        }
    }

    /// The server that it registers at now.
    package var registrar: String? {
        life.withLock { $0?.choice.map { plan.registrars[$0.current] } }
    }

    // MARK: On and off

    /// Switches it on.
    package func start() async throws {
        _ = try plan.tone.file(in: URL(fileURLWithPath: files.tone).deletingLastPathComponent().path)
        try files.write()
        let log = folder + "/log"
        let process = try LabProcess.start(
            ["env", lab.mark] + namespace.prefix + ["baresip", "-f", folder], log: log)
        let socket = try await LabWaiting.find(
            "phone \(number)", within: Self.startMax, seen: { LabFile.tail(log) }
        ) {
            guard process.isAlive else { throw LabFailure.program("baresip", said: LabFile.tail(log)) }
            return try LabSocket.connection(to: PhoneFiles.commandPort, in: namespace)
        }
        let probe = try RegistrarProbe(plan, in: namespace)
        life.withLock { $0 = Life(line: PhoneLine(socket: socket), probe: probe, process: process) }
    }

    /// Pulls its plug: it says nothing to anybody.
    package func cutPower() async throws {
        guard
            let process = life.withLock({ life in
                defer { life = nil }
                return life?.process
            })
        else { return }
        process.send(SIGKILL)
        try await LabWaiting.until("phone \(number) is off", within: Self.startMax) { !process.isAlive }
    }

    /// Starts it again where its program died though nobody pulled the plug, as a telephone does after a fault of its
    /// own, and says so.
    func restartIfDead() async throws {
        guard life.withLock({ $0.map { !$0.process.isAlive } ?? false }) else { return }
        FileHandle.standardError.write(Data("phone \(number): its program died and is started again\n".utf8))
        life.withLock { $0 = nil }
        try await start()
    }

    /// Looks after its registration. Moments count from any beginning that stays the same.
    func tick(at now: Duration) throws {
        life.withLock { life in
            guard life != nil, !plan.registrars.isEmpty else { return }
            life?.tick(plan, at: now)
        }
    }

    /// Takes a registrar for silent from now on, though it answers, and so moves to another; nil: heeds all of them.
    package func shun(_ registrar: String?) { life.withLock { $0?.shunned = registrar } }

    /// The last lines of its log, for a failure's words.
    package var log: String { LabFile.tail(folder + "/log") }

    /// A recording of what it hears from now on.
    package func record() -> Recording { Recording(in: files.recordings) }
}
