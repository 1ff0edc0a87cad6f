import ReplicaLogic
import Vocabulary

/// How capture stands after it was made what it should be.
package struct CaptureOutcome: Sendable, Hashable {
    /// The items of the catalogue as it was then.
    package var items: [ItemDefinition] = []
    /// Tables whose capture was made or changed just now.
    package var changed: [TableName] = []
    /// Tables without capture, and why, with the cure.
    package var refused: [TableName: String] = [:]
    /// Tables in which capture failed or was missing for a while: their rows must be compared.
    package var dirty: [TableName] = []

    package init() {}
}
