/// A text that proves who someone is. It never shows itself: printing, interpolating and dumping give `hidden`.
package struct SecretText: Sendable, Equatable, Hashable {
    /// The secret itself, for the one who proves something with it.
    package let revealed: String

    package init(_ text: String) { revealed = text }
}

extension SecretText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "hidden" }
    package var debugDescription: String { "hidden" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
