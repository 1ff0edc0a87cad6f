import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension FeedService {
    /// Keeps capture and the feed's life as they should be, whenever somebody wants it and now and then.
    func keepCapture() async {
        for await _ in board.sourceWanted.rings where board.read(\.isPrepared) {
            do {
                try await beginLifeIfRestored()
                try await forgetGapsIfSound()
                try await arrange()
            } catch {
                noteDatabase(failure: error)
            }
        }
    }

    /// Looks now and then whether capture is still what it was; rings where it is not, or where work was left over.
    func watchCapture() async {
        var looks = 0
        repeat {
            let isUnchanged = (try? await source.isCaptureUnchanged()) ?? false
            if !isUnchanged || looks % Self.thoroughEvery == 0 || board.read(Self.hasWork) { board.sourceWanted.ring() }
            looks += 1
        } while (try? await clock.sleep(for: Self.arrangeEvery)) != nil
        board.sourceWanted.end()
    }

    private static func hasWork(_ content: NodeBoard.Content) -> Bool {
        content.lostFeed != nil || content.isFeedSound
    }

    private func beginLifeIfRestored() async throws(FeedFailure) {
        guard let remembered = board.read({ $0.lostFeed }) else { return }
        guard board.read({ $0.isCopyHeld || $0.peer == nil }) else {
            // A pass that is under way would write its cursors and books into the new life.
            return board.copyWanted.ring()
        }
        let incarnation = identity.drawIncarnation()
        try await source.beginLife(incarnation, superseding: remembered)
        let life = try await source.life()
        board.change {
            $0.lostFeed = nil
            $0.isCopyHeld = false
            $0.feed.began(life)
        }
        board.record(
            .node, "this node was restored from an older image: it takes back from the peer what it lost",
            [
                "the peer has read up to \(remembered.head.rawValue) of life \(remembered.incarnation)",
                "new life \(incarnation)",
            ], at: clock.wallTime(), as: EventSort(.restore, .alert))
        logger.warning("this node was restored from an older image; rebuilding from the peer")
        board.copyWanted.ring()
    }

    private func forgetGapsIfSound() async throws(FeedFailure) {
        guard board.read({ $0.isFeedSound }) else { return }
        try await source.forgetGaps()
        let life = try await source.life()
        board.change {
            $0.isFeedSound = false
            $0.feed.life = life
        }
    }

    private func arrange() async throws(FeedFailure) {
        let outcome = try await source.arrangeCapture()
        let former = board.change { content -> CaptureOutcome in
            defer { content.capture = outcome }
            content.items = outcome.items
            return content.capture
        }
        if !outcome.changed.isEmpty {
            let names = outcome.changed.sorted().map(\.description).joined(separator: ", ")
            board.record(
                .item, "capture was put on \(outcome.changed.count) table\(outcome.changed.count == 1 ? "" : "s")",
                ["new, changed or missing: \(names)"], at: clock.wallTime())
        }
        for (table, words) in outcome.refused where former.refused[table] != words {
            logger.warning("not captured: \(words)", metadata: ["table": "\(table)"])
            board.record(
                .item, "\(table) is not captured", [words], at: clock.wallTime(),
                as: EventSort(.capture, .alert, about: "\(table)"))
        }
        // One whose capture could not be made now is mended once it can, and keeps no other waiting.
        for table in outcome.dirty where outcome.refused[table] == nil { try await mend(table) }
        if !outcome.changed.isEmpty { board.copyWanted.ring() }
    }

    /// Writes may have passed capture by: what this node may write is shipped once more; what it may not is repaired
    /// from the owner.
    private func mend(_ table: TableName) async throws(FeedFailure) {
        let (item, scopes) = board.read { content in
            (content.items.first { $0.tables.contains { $0.name == table } }, content.scopes)
        }
        guard let item else { return }
        let isOurs: Bool
        switch item.rule {
        case .owned(let scope): isOurs = scopes.first { $0.scope == scope }.map { $0.owner == board.mode } ?? true
        case .appendOnly, .newestWins: isOurs = true
        }
        try await source.beginMending(table)
        if isOurs {
            let rows = try await source.shipAgain(table)
            try await source.endMending(table)
            board.record(
                .item, "\(table) ships again: \(rows) rows", ["capture failed or was missing"], at: clock.wallTime(),
                as: EventSort(.capture, .warning, about: "\(table)"))
        } else {
            // The mark stays until the repair is done, also over a restart.
            let isNew = board.change { $0.repairs.insert(item.name).inserted }
            board.copyWanted.ring()
            guard isNew else { return }
            board.record(
                .item, "\(table) is compared with its owner", ["capture failed or was missing"], at: clock.wallTime(),
                as: EventSort(.capture, .warning, about: "\(table)"))
        }
    }
}
