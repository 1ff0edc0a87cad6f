/// What an edit did.
package struct TelephonyReceipt: Sendable, Hashable, Codable {
    package let action: TelephonyEdit.Action
    package let kind: TelephonyKind
    /// The entries concerned, in the order of the edit.
    package let keys: [String]
    /// Rooms that did not exist and were made on the way.
    package var roomsAdded: [String] = []
    /// How many passwords were drawn because none was given.
    package var secretsDrawn = 0

    package init(action: TelephonyEdit.Action, kind: TelephonyKind, keys: [String]) {
        self.action = action
        self.kind = kind
        self.keys = keys
    }
}
