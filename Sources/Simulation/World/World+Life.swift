import PairLogic
import ReplicaLogic
import Vocabulary

extension World {
    /// How often the books are checked.
    static let auditEvery: Duration = .seconds(4)

    /// Everything starts.
    func begin() {
        for node in nodes {
            node.store.opened(leaving: gap())
            startPrograms(node)
            startDaemon(node)
        }
        plan(.archive, in: random.milliseconds(2_000...6_000))
        plan(.audit, in: Self.auditEvery)
        plan(.fault, in: random.milliseconds(2_000...5_000))
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
        node.daemon = Daemon(run: node.daemonRuns, boot: boot, mode: node.mode, at: now)
        plan(.tick(node.mode, run: node.daemonRuns), in: random.milliseconds(1...120))
        plan(.poll(node.mode, run: node.daemonRuns), in: random.milliseconds(1...200))
        tell("\(node.mode)'s daemon starts")
    }

    func stopDaemon(_ node: SimulatedNode) {
        node.daemon = nil
        node.store.rollBack(Self.applierConnection)
        node.store.rollBack(Self.canaryConnection)
        node.store.exclusiveWaiters = []
    }

    func stopDatabase(_ node: SimulatedNode) {
        node.isDatabaseUp = false
        node.databaseRun += 1
        node.store.crashed()
        node.daemon?.settling = nil
        node.daemon?.pass = nil
        node.daemon?.isOpeningCanary = false
        node.daemon?.isAdopting = false
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
    }

    /// The faults end: everything runs, nothing is cut, nobody writes any more.
    func calmDown() {
        isStormy = false
        tell("the storm ends")
        network.stamp += 1
        network.weather = .calm
        network.cut = []
        for node in nodes {
            node.clockError = 0
            if !node.isDatabaseUp { startDatabase(node) }
            node.isHostUp = true
            if node.daemon == nil { startDaemon(node) }
        }
    }

    /// Lives on until both nodes are equal and quiet, at most for `limit`.
    func converge(within limit: Duration) {
        let start = now
        var quietChecks = 0
        while violations.isEmpty {
            live(until: now + .milliseconds(500))
            let trouble = unrest()
            quietChecks = trouble == nil ? quietChecks + 1 : 0
            if quietChecks == 3 { break }
            if now - start >= limit {
                for node in nodes { tell(standing(of: node)) }
                violate("no peace \(limit.components.seconds) s after the storm: \(trouble ?? "nothing is known")")
            }
        }
        counts.millisecondsToConverge = Int((now - start).nanoseconds / 1_000_000)
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

    /// What is not yet as it should be; nil in peace.
    private func unrest() -> String? {
        for table in Catalogue.tables.indices {
            let (one, other) = (primary.store.image.tables[table], secondary.store.image.tables[table])
            let keys = Set(one.rows.keys).union(other.rows.keys)
            for key in keys.sorted() where one.rows[key] != other.rows[key] {
                let words = [one, other].map { $0.rows[key].map(String.init) ?? "nothing" }
                return "\(RowKey(table: table, key: key)) holds \(words[0]) on Primary and \(words[1]) on Secondary"
            }
        }
        guard primary.store.image.roles == secondary.store.image.roles else { return "the owners differ" }
        return nodes.compactMap(unrest).first
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
