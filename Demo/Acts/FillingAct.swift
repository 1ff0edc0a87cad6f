import Vocabulary

/// The hotel is written on both nodes with plain SQL, and its copy is watched arriving at the other.
struct FillingAct: Act {
    private static let copyMax = Duration.seconds(600)
    /// How far the copy may be behind when the last row was written.
    private static let levelMax = Duration.seconds(30)
    private static let rateMin = 500
    private static let look = Duration.milliseconds(250)

    let title = "A hotel is written on the Primary, guests on the Secondary; the copies arrive"

    func perform(on stage: Stage, paper: Paper) async throws {
        let configuration = Hotel.configuration()
        let guests = Hotel.guests()
        let calls = Hotel.days * Hotel.callsPerDay
        let copied = (configuration + guests).reduce(calls) { $0 + $1.rows.count }
        paper.faint(
            "   \(Hotel.rooms.count) rooms, \(Hotel.staff) staff, \(Hotel.roomsLet) stays, "
                + "\(calls.grouped) call records of \(Hotel.days) days: \(copied.grouped) rows")
        let ledger = try await stage.ledger(.primary)
        let watch = Stopwatch()
        let written = try await withThrowingTaskGroup(of: Duration?.self) { group in
            group.addTask {
                try await stage.secondary.add(guests)
                try await fill(stage.primary, configuration, ledger)
                return watch.elapsed
            }
            group.addTask {
                try await watchCopies(stage, configuration, guests, calls, watch, paper)
                return nil
            }
            var written: Duration?
            for try await time in group { written = time ?? written }
            return written ?? .zero
        }
        let whole = watch.elapsed
        let rate = Int(Double(copied) / whole.inSeconds)
        prove(
            Claim(
                "The whole hotel is copied",
                measured: "\(copied.grouped) rows in \(whole.readable), \(rate.grouped) rows/s",
                limit: "≥ \(Self.rateMin) rows/s", holds: rate >= Self.rateMin), stage, paper)
        prove(
            Claim("The copy is level after the last row written", took: whole - written, within: Self.levelMax), stage,
            paper)
    }

    private func fill(_ node: DemoNode, _ configuration: [HotelTable], _ ledger: CallLedger) async throws {
        for table in configuration { try await node.add([table]) }
        for day in 0..<Hotel.days { try await node.add([ledger.calls(Hotel.callsPerDay, day: day)]) }
    }

    private func watchCopies(
        _ stage: Stage, _ configuration: [HotelTable], _ guests: [HotelTable], _ calls: Int, _ watch: Stopwatch,
        _ paper: Paper
    ) async throws {
        let there = configuration.map(\.name) + ["call_record"]
        let here = guests.map(\.name)
        let total = (configuration + guests).reduce(calls) { $0 + $1.rows.count }
        try await Patience.until("the copies are whole", within: Self.copyMax, every: Self.look) {
            let arrived = try await stage.secondary.rows(in: there) + stage.primary.rows(in: here)
            let written = try await stage.primary.rows(in: there) + stage.secondary.rows(in: here)
            let rate = Int(Double(arrived) / max(0.001, watch.elapsed.inSeconds))
            paper.progress(
                "   \(Bar.text(arrived, of: total))  \(arrived.grouped) of \(total.grouped) rows arrived, "
                    + "\((written - arrived).grouped) on the way, \(rate.grouped) rows/s")
            return arrived >= total ? () : nil
        }
        paper.endProgress()
    }
}
