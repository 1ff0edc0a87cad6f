/// What the dialplan, or another program, has to tell: `UserEvent`.
package struct DialplanNotice: Sendable, Hashable {
    /// The notice's own name.
    package let name: String
    /// All that came with it.
    package let message: AMIMessage

    package init(name: String, message: AMIMessage) {
        self.name = name
        self.message = message
    }

    init?(_ message: AMIMessage) {
        guard let name = message["UserEvent"], !name.isEmpty else { return nil }
        self.init(name: name, message: message)
    }

    /// A value that came with it.
    package subscript(_ name: String) -> String? { message[name] }
}
