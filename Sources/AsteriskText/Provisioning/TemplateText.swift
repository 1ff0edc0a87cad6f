/// A template that can be filled: text with tags.
///
/// `{{name}}` is a value, `{{#name}}…{{/name}}` a section that is there once, for each element, or not at all,
/// `{{^name}}…{{/name}}` its opposite, `{{! … }}` a comment. A line that holds only a section's tag or a comment leaves
/// nothing behind. This is a part of Mustache; what differs is that nothing is ever silently empty: a name that does
/// not exist, or not where it stands, is refused with its line.
package struct TemplateText: Sendable, Hashable {
    /// The largest template, in bytes.
    package static let lengthMax = 64 * 1024
    /// The largest file that filling may make, in bytes.
    package static let filledLengthMax = 512 * 1024
    /// How deep sections may stand in each other.
    package static let depthMax = 8

    package let text: String
    let nodes: [TemplateNode]

    package init(_ text: String) throws(ProvisioningFault) {
        guard text.utf8.count <= Self.lengthMax else { throw .templateTooLong(length: text.utf8.count) }
        var parser = TemplateParser(text)
        nodes = try parser.parse()
        self.text = text
    }
}
