/// What a text must be, in words for the operator and as a test.
struct TextRule: Sendable {
    let expected: String
    let allows: @Sendable (String) -> Bool

    init(_ expected: String, allows: @escaping @Sendable (String) -> Bool) {
        self.expected = expected
        self.allows = allows
    }
}
