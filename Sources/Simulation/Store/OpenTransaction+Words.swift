import ReplicaLogic
import Vocabulary

extension OpenTransaction {
    /// The changes in one line of the story.
    var words: String {
        changes.sorted { $0.key < $1.key }.map { row, change in
            guard let entry = change.entry else { return "\(row) without entry" }
            let drift = entry.stamp.isDrift ? " (drift)" : ""
            let what = change.row.map { "= \($0)" } ?? "gone by \(entry.write)"
            return
                "\(row) \(what) at \(entry.position.rawValue) \(entry.stamp.version) seen \(entry.stamp.seen)\(drift)"
        }.joined(separator: "; ")
    }
}
