import ReplicaLogic
import Vocabulary

/// How capture stands after it was made what it should be.
package struct CaptureOutcome: Sendable, Hashable {
    /// The items of the catalogue as it was then.
    package var items: [ItemDefinition] = []
    /// Every table with capture.
    package var captured: [TableName] = []
    /// Whether rows of a captured table may change by a foreign key's cascade, past the triggers: only looking tells.
    package var hasCascades = false
    /// Tables whose capture was made or changed just now.
    package var changed: [TableName] = []
    /// Tables without capture, and why, with the cure.
    package var refused: [TableName: String] = [:]
    /// Tables in which capture failed or was missing for a while: their rows must be compared.
    package var dirty: [TableName] = []

    package init() {}

    /// Whether nothing was changed, nothing is left to do, and everything is seen by what can be watched.
    package var isSettled: Bool { changed.isEmpty && refused.isEmpty && dirty.isEmpty && !hasCascades }
}
