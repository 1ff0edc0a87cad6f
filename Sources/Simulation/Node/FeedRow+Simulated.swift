import ReplicaLogic
import Vocabulary

extension FeedRow {
    /// The row of an entry as it ships, with the image as it stands in the same moment of the source.
    init(simulated key: UInt64, entry: FeedEntry, row: Int?) {
        self.init(
            position: entry.position, stamp: entry.stamp, key: [.unsigned(key)],
            image: row.map { [.unsigned(UInt64($0))] })
    }

    var simulatedKey: UInt64 {
        guard case .unsigned(let key)? = key.first else { preconditionFailure("a row under \(key)") }
        return key
    }

    /// The write that the row holds.
    var simulatedImage: Int? {
        guard case .unsigned(let write)? = image?.first else { return nil }
        return Int(write)
    }
}
