import Ports
import ReplicaLogic
import Vocabulary

/// A batch that was read while the one before it was being applied, in the same snapshot.
///
/// It is of use only where its table's window really begins at `after` by then; otherwise it is read anew.
struct ReadAhead: Sendable {
    let after: FeedPosition
    let batch: FeedBatch

    static func read(
        _ places: [(table: FeedTable, after: FeedPosition)], from service: CopyService, origin: FeedOrigin
    ) async -> Result<[TableName: ReadAhead], FeedFailure> {
        var read: [TableName: ReadAhead] = [:]
        for place in places {
            do {
                let batch = try await service.peer.batch(
                    of: place.table, after: place.after, limit: service.settings.batchRows, origin: origin)
                read[place.table.table] = ReadAhead(after: place.after, batch: batch)
            } catch {
                return .failure(error)
            }
        }
        return .success(read)
    }
}
