import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension CopyDesk {
    /// Copies the items in whose tables the peer saw something new, before it is asked about all others.
    ///
    /// A heartbeat names these tables, which spares the long question where one row moved. Nothing rests on it: what it
    /// does not name, and what of these items cannot be read now, the pass finds right afterwards. An item is asked
    /// about whole, so that what its tables were given in one transaction arrives in one.
    ///
    /// - Parameter moved: their numbers in the peer's feed.
    mutating func copyEarly(_ moved: Set<UInt32>) async throws(FeedFailure) {
        let named = Set(theirs.values.filter { moved.contains($0.number) }.map(\.table))
        guard !named.isEmpty else { return }
        let settled = settledHead ?? .start
        isSpaceLeft = hasSpace()
        var ready: [ItemName] = []
        // What waits for a repair is repaired before its cursor moves.
        let postponed = board.read(\.repairs)
        for name in items.keys.sorted().filter({ !postponed.contains($0) })
        where items[name].map({ holds($0, anyOf: named) }) == true {
            if try await isReady(name) { ready.append(name) }
        }
        guard !ready.isEmpty else { return }
        let others = questions(of: ready).filter { !named.contains($0.table.table) }
        lookedAt = service.clock.now()
        do {
            let opening = try await service.peer.openSnapshot(newsIn: others, origin: .only(board.mode.peer))
            if try await mayRead(opening) {
                try await copy(
                    ready, news: opening.news.union(named), origin: .only(board.mode.peer), settled: settled,
                    isSweep: false)
            }
        } catch  where Self.isOfOneTable(error) {
            // Which one it is comes out when they are asked one by one.
        } catch {
            await service.peer.closeSnapshot()
            throw error
        }
        await service.peer.closeSnapshot()
    }

    /// Items that take everything back are read in another way.
    private func holds(_ item: ItemCopy, anyOf tables: Set<TableName>) -> Bool {
        !item.record.isRebuilding && item.definition.tables.contains { tables.contains($0.name) }
    }
}
