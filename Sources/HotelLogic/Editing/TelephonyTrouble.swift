/// Something in a configuration that does not fit together.
package struct TelephonyTrouble: Sendable, Hashable {
    /// The kind of the entry that is wrong, and its number or name.
    package let kind: TelephonyKind
    package let key: String
    package let words: String

    package init(_ kind: TelephonyKind, _ key: String, _ words: String) {
        self.kind = kind
        self.key = key
        self.words = words
    }
}
