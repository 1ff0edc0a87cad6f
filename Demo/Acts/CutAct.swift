import Ports
import Vocabulary

/// The cable is pulled, both sides go on working, and it is put back.
struct CutAct: Act {
    private static let namedMax = Duration.milliseconds(3_500)
    private static let healedMax = Duration.seconds(60)
    private static let patience = Duration.seconds(30)
    private static let callsEach = 500

    let title = "The link is cut, both sides are changed, the link is healed"

    func perform(on stage: Stage, paper: Paper) async throws {
        if let reason = stage.reduced {
            return prove(.leftOut("A cut is named, and healed without loss", because: reason), stage, paper)
        }
        let ledgerBefore = try await Ledgers.read(stage)
        try await cut(stage, paper)
        try await changeBothSides(stage)
        paper.faint(
            "   both sides were changed: calls, stays, extensions, one fact on both, one row on the wrong node"
        )
        try await heal(stage, paper)
        try await judgeConflict(stage, since: ledgerBefore, paper)
    }

    private func cut(_ stage: Stage, _ paper: Paper) async throws {
        let watch = Stopwatch()
        try await stage.cut()
        var slowest = Duration.zero
        for mode in Mode.allCases {
            let report = try await stage.report(
                of: mode, "the \(mode) says that host or path is gone", within: Self.patience
            ) {
                $0.peer?.state == "offline" && Self.isCut($0.peer?.diagnosis)
            }
            slowest = max(slowest, watch.elapsed(namedIn: report))
        }
        prove(
            Claim("Both name a cut link: host or path gone", took: slowest, within: Self.namedMax), stage, paper)
    }

    private static func isCut(_ diagnosis: String?) -> Bool {
        diagnosis == Diagnosis.hostOrPathGone.name || diagnosis == Diagnosis.thisNodeCutOff.name
    }

    private func changeBothSides(_ stage: Stage) async throws {
        for mode in Mode.allCases {
            let calls = try await stage.ledger(mode).calls(Self.callsEach, day: Hotel.days + 1)
            try await stage.node(mode).add([calls])
        }
        try await stage.primary.change(
            "UPDATE comxfailover.staff_extension SET ring_seconds = 31 WHERE extension < '230'")
        try await stage.secondary.checkIn(stay: 9_002, room: "1016", guest: "Østergård")
        // The same fact on both nodes: the Secondary's is the newer one.
        try await stage.primary.switchDoNotDisturb("210", on: true)
        try await stage.secondary.switchDoNotDisturb("210", on: false)
        // And a write where it does not belong: extensions are changed on the Primary.
        try await stage.secondary.change(
            "UPDATE comxfailover.staff_extension SET display_name = 'Written on the wrong node' WHERE extension = '250'"
        )
    }

    private func heal(_ stage: Stage, _ paper: Paper) async throws {
        let watch = Stopwatch()
        try await stage.heal()
        for mode in Mode.allCases {
            try await stage.report(of: mode, "the \(mode) sees its peer again", within: Self.healedMax) {
                $0.peer?.state == "online"
            }
        }
        let sight = watch.elapsed
        let sums = try await stage.equality(within: Self.healedMax)
        prove(Claim("Healed link: both see each other", took: sight, within: Self.healedMax), stage, paper)
        prove(
            Claim(
                "Healed link: all \(sums.count) tables equal", took: watch.elapsed, within: Self.healedMax
            ), stage, paper)
    }

    private func judgeConflict(_ stage: Stage, since before: Ledgers, _ paper: Paper) async throws {
        let expected = [
            Ledgers.Entry(table: "personal_do_not_disturb", reason: "conflict"),
            .init(table: "staff_extension", reason: "drift"),
        ]
        let entries = try await Patience.until("the ledger holds what lost", within: Self.patience) {
            let entries = try await Ledgers.read(stage).added(since: before)
            return Set(entries.map(Ledgers.Entry.init)).isSuperset(of: expected) ? entries : nil
        }
        for entry in entries { paper.faint("   ledger: " + Ledgers.words(entry)) }
        let strangers = Set(entries.map(Ledgers.Entry.init)).subtracting(expected)
        let newer = try await bothHold(
            stage, "SELECT COUNT(*) FROM comxfailover.personal_do_not_disturb WHERE extension = '210' AND NOT is_on")
        prove(
            Claim(
                "One fact changed on both: newer wins, other in ledger",
                measured: newer ? "the newer on both" : "not the newer", limit: "on both", holds: newer), stage, paper)
        let healed = try await bothHold(
            stage,
            """
            SELECT COUNT(*) FROM comxfailover.staff_extension
            WHERE extension = '250' AND display_name <> 'Written on the wrong node'
            """)
        prove(
            Claim(
                "A write on the wrong node: healed, kept in ledger",
                measured: healed ? "the owner's row on both" : "not healed", limit: "on both", holds: healed), stage,
            paper)
        prove(
            Claim(
                "Nothing else is in the ledger", measured: "\(strangers.count) more kinds", limit: "none",
                holds: strangers.isEmpty), stage, paper)
    }

    /// Whether a question that must find one row finds it on both nodes.
    private func bothHold(_ stage: Stage, _ sql: String) async throws -> Bool {
        let here = try await stage.primary.count(sql)
        let there = try await stage.secondary.count(sql)
        return here == 1 && there == 1
    }
}
