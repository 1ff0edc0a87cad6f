import AsteriskText
import HotelLogic
import Logging
import Ports
import Vocabulary

/// What Asterisk needs of its host and does not make: the folders of its call files, and a system name of its own.
struct AsteriskPreparation {
    /// How often is looked whether somebody took it away.
    static let lookEvery = Duration.seconds(60)
    /// How soon what failed is tried again.
    static let retryEvery = Duration.seconds(5)

    let asterisk: any AsteriskPort
    let files: any AsteriskFilesPort
    let calls: any CallFilesPort
    let systemName: TelephonyName
    let profile: AsteriskProfile
    let board: NodeBoard
    let clock: any ClockPort
    let logger: Logger
    private var lookAgainAt = Instant(nanoseconds: 0)
    /// Whether the Asterisk that runs now was asked for its name.
    private var isNameKnown = false

    init(service: TelephonyService) {
        asterisk = service.asterisk
        files = service.files
        calls = service.calls
        systemName = service.node.systemName
        profile = service.node.profile
        board = service.board
        clock = service.clock
        logger = service.logger
    }

    /// Does what is to be done now.
    mutating func look() async {
        if clock.now() >= lookAgainAt {
            let outcomes = [prepareFolders(), prepareName()]
            let isDone = outcomes.allSatisfy { $0 }
            lookAgainAt = clock.now() + (isDone ? Self.lookEvery : Self.retryEvery)
        }
        guard asterisk.situation == .running else {
            isNameKnown = false
            return
        }
        if !isNameKnown { await compareName() }
    }

    private func prepareFolders() -> Bool {
        guard profile == .plain else { return true }
        do throws(CallFileFailure) {
            try calls.prepare()
            board.warn("call-folders", nil)
            return true
        } catch {
            board.warn(
                "call-folders", "Asterisk cannot write down its calls, and their records are lost: \(error.words)")
            return false
        }
    }

    /// Sets the name in `asterisk.conf`, but for a FreePBX, which may write that file anew.
    private func prepareName() -> Bool {
        guard profile == .plain else { return true }
        do throws(AsteriskFilesFailure) {
            let text = try files.read([MainFile.name])[MainFile.name] ?? ""
            let named = SystemNameLine.set(systemName, in: text)
            guard named != text else { return true }
            try files.write([MainFile.name: named])
            logger.info("Asterisk's system name is set", metadata: ["name": "\(systemName)"])
            return true
        } catch {
            board.warn("system-name", "Asterisk's system name cannot be set: \(error.words)")
            return false
        }
    }

    /// Asterisk reads its name only when it starts.
    private mutating func compareName() async {
        guard let facts = try? await asterisk.facts() else { return }
        isNameKnown = true
        guard facts.systemName != systemName.description else { return board.warn("system-name", nil) }
        let present = facts.systemName.isEmpty ? "without a system name" : "as `\(facts.systemName)`"
        let cure =
            profile == .plain
            ? "have it restarted when no call is up: asterisk -rx 'core restart when convenient'"
            : "set `systemname = \(systemName)` under [options] of asterisk.conf and restart it"
        board.warn(
            "system-name",
            "Asterisk runs \(present), not as `\(systemName)`, so both nodes may give calls the same ids; \(cure)")
    }
}
