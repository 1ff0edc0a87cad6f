import Ports
import ReplicaLogic
import Vocabulary

extension CopyDesk {
    /// Counts, once for each catch-up, what is waiting at the peer, so that people see how far it is.
    ///
    /// A count that fails is left out: it only feeds a progress bar.
    func estimateWaiting(_ name: ItemName, tables: Set<TableName>, origin: FeedOrigin) async {
        guard board.read({ $0.standings[name]?.rowsWaiting ?? 0 }) == 0, let item = items[name] else { return }
        var waiting: UInt64 = 0
        for table in tables {
            guard let their = theirs[table], let window = item.windows[table] else { continue }
            waiting += (try? await service.peer.waiting(in: their, after: window.readFrom, origin: origin)) ?? 0
        }
        let count = waiting
        board.change { $0.standings[name, default: ItemStanding()].rowsWaiting = count }
    }

    /// So many rows fewer are waiting.
    func noteProgress(of name: ItemName, rows: Int) {
        board.change { content in
            let waiting = content.standings[name]?.rowsWaiting ?? 0
            content.standings[name]?.rowsWaiting = waiting - min(waiting, UInt64(rows))
        }
    }
}
