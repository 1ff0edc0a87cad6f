import PairLogic
import ReplicaLogic
import Vocabulary

extension World {
    /// How often the books are checked.
    static let auditEvery: Duration = .seconds(4)
    /// Within what time after the storm both nodes must have been equal once, while guests may still be woken.
    static let copyMax: Duration = .seconds(60)

    /// Everything starts.
    func begin() {
        if random.chance(perMille: storm.farPerMille) {
            let delay = 100 + random.below(600)
            network.usual.delay = delay...(delay + 50)
            network.weather = network.usual
        }
        for node in nodes {
            node.store.opened(leaving: gap())
            startPrograms(node)
            startDaemon(node)
        }
        plan(.archive, in: random.milliseconds(storm.archives))
        plan(.audit, in: Self.auditEvery)
        plan(.fault, in: random.milliseconds(2_000...5_000))
        if storm.orders != nil { plan(.order, in: random.milliseconds(2_000...5_000)) }
        if storm.requests != nil { plan(.request, in: random.milliseconds(500...3_000)) }
        if storm.mishaps != nil { plan(.mishap, in: random.milliseconds(2_000...6_000)) }
        plan(.register, in: Self.registerEvery)
    }

    /// How many numbers a database skips when it starts.
    func gap() -> UInt64 { 1_000_000 + random.next() >> 24 }

    func startPrograms(_ node: SimulatedNode) {
        node.writers = node.writers.map { _ in SimulatedNode.Writer() }
        for slot in node.writers.indices {
            plan(.write(node.mode, slot: slot, run: node.databaseRun), in: random.milliseconds(50...1_500))
        }
    }

    func startDaemon(_ node: SimulatedNode) {
        node.daemonRuns += 1
        let boot = BootID(rawValue: random.next())
        node.daemon = Daemon(
            run: node.daemonRuns, boot: boot, mode: node.mode, goesHomeAlone: goesHomeAlone, at: now)
        for scope in Scope.allCases { willRead(scope, at: node) }
        plan(.tick(node.mode, run: node.daemonRuns), in: random.milliseconds(1...120))
        plan(.poll(node.mode, run: node.daemonRuns), in: random.milliseconds(1...200))
        tell("\(node.mode)'s daemon starts")
    }

    func stopDaemon(_ node: SimulatedNode) {
        leaveBehind(node)
        node.daemon = nil
        node.frozenUntil = now
        for connection in [Self.ledgerConnection, Self.deskConnection] {
            if random.chance(perMille: 500) { node.store.commit(connection) } else { node.store.rollBack(connection) }
        }
        node.store.rollBack(Self.applierConnection)
        node.store.rollBack(Self.canaryConnection)
        node.store.exclusiveWaiters = []
        node.store.barriers = []
    }

    func stopDatabase(_ node: SimulatedNode) {
        node.isDatabaseUp = false
        node.databaseRun += 1
        node.store.crashed()
        node.daemon?.settling = nil
        node.daemon?.pass = nil
        node.daemon?.isOpeningCanary = false
    }

    func startDatabase(_ node: SimulatedNode) {
        node.isDatabaseUp = true
        node.store.opened(leaving: gap())
        startPrograms(node)
        noticeCommit(node)
        counts.sequencesJumped += 1
    }

    /// Nothing that a disk still witnesses may be missing everywhere.
    func audit(isEnd: Bool = false) {
        if isStormy { plan(.audit, in: Self.auditEvery) }
        for write in book.lost(among: nodes.map(\.store.image), isEnd: isEnd).prefix(1) {
            violate("lost: \(book.words(write))")
        }
        auditPromises(isEnd: isEnd)
        checkDiligence()
        checkNumbers()
        for node in nodes { checkWoken(on: node) }
        if isEnd { checkAnswers() }
    }

    /// The faults end: everything runs, nothing is cut, nobody writes any more. Who stands still goes on in its time.
    func calmDown() {
        isStormy = false
        calmAt = now
        tell("the storm ends")
        network.stamp += 1
        network.weather = .calm
        network.cut = []
        for node in nodes {
            if node.clockError != 0 { node.clockSetAt = now }
            node.clockError = 0
            if !node.isDatabaseUp { startDatabase(node) }
            node.isHostUp = true
            node.asterisk.isUp = true
            node.stalledUntil = now
            if node.daemon == nil { startDaemon(node) }
        }
        hotel.unplugged = []
    }

    /// Lives on until both nodes are equal and quiet, at most for `limit`.
    func converge(within limit: Duration) {
        let start = now
        var quietChecks = 0
        var isCopied = false
        while violations.isEmpty {
            live(until: now + .milliseconds(500))
            let copying = copyUnrest()
            isCopied = isCopied || copying == nil
            let trouble = copying ?? wakeUpUnrest()
            quietChecks = trouble == nil ? quietChecks + 1 : 0
            if quietChecks == 3 { break }
            if now - start >= (isCopied ? limit : min(limit, Self.copyMax)) {
                for node in nodes { tell(standing(of: node)) }
                let seconds = (now - start).components.seconds
                violate("no peace \(seconds) s after the storm: \(trouble ?? "nothing is known")")
            }
        }
        counts.millisecondsToConverge += Int((now - start).nanoseconds / 1_000_000)
        if violations.isEmpty { audit(isEnd: true) }
    }

    /// Where a node stands, for the end of a story without peace.
    private func standing(of node: SimulatedNode) -> String {
        guard let daemon = node.daemon else { return "\(node.mode) has no daemon" }
        let items = daemon.items.map { desk in
            let windows = desk.tables.map { table in
                let window = desk.windows[table]
                return "\(window.cursor.rawValue)-\(window.highest.rawValue) (\(window.applied.count))"
            }
            return "\(desk.isRebuilding ? "rebuilding " : "")\(windows.joined(separator: " "))"
        }
        let stage = daemon.pass.map { "\($0.stage)" } ?? "at rest"
        return "\(node.mode): settled \(daemon.settled.rawValue), peer settled "
            + "\(daemon.machine.facts?.settledHead.rawValue ?? 0), life \(node.store.image.incarnation), reads "
            + "\(daemon.peerLife?.description ?? "nothing"), \(stage.prefix(40)), items: "
            + items.joined(separator: "; ")
    }

    /// What the two nodes have not agreed on yet, wake-ups that are still to ring aside; nil in peace.
    private func copyUnrest() -> String? {
        reignUnrest() ?? nodes.compactMap(unrest).first ?? difference()
    }

    /// A row that the two nodes do not have alike.
    private func difference() -> String? {
        for table in Catalogue.tables.indices {
            let (one, other) = (primary.store.image.tables[table], secondary.store.image.tables[table])
            guard one.rows != other.rows else { continue }
            for key in Set(one.rows.keys).union(other.rows.keys).sorted() where one.rows[key] != other.rows[key] {
                let words = [one, other].map { $0.rows[key].map(String.init) ?? "nothing" }
                return "\(RowKey(table: table, key: key)) holds \(words[0]) on Primary and \(words[1]) on Secondary"
            }
        }
        return nil
    }

    private func unrest(of node: SimulatedNode) -> String? {
        let image = node.store.image
        if !node.store.open.isEmpty { return "\(node.mode) has open transactions" }
        if image.tables.contains(where: { $0.feed.values.contains(where: \.stamp.isDrift) }) {
            return "drift is left on \(node.mode)"
        }
        if image.suspectAbove != nil { return "\(node.mode) has not taken everything back" }
        guard let daemon = node.daemon, let other = peer(of: node).daemon else { return "a daemon is not there" }
        if daemon.settling?.isQuiet != true { return "\(node.mode)'s feed is not settled" }
        if daemon.acknowledged < other.settled { return "\(node.mode) has not acknowledged everything" }
        if daemon.machine.state != .online { return "\(node.mode) believes its peer \(daemon.machine.state.name)" }
        return nil
    }
}
