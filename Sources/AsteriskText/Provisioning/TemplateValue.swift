/// What a name of a template stands for.
package indirect enum TemplateValue: Sendable, Hashable {
    /// Already written for the file's kind.
    case text(String)
    /// Opens or leaves out a section.
    case flag(Bool)
    /// Names of its own, reached through a dot or by opening it as a section.
    case group([TemplateName: TemplateValue])
    /// A section that repeats.
    case list([[TemplateName: TemplateValue]])

    /// The longest value, in bytes.
    package static let lengthMax = 256

    static func number(_ number: Int) -> TemplateValue { .text(String(number)) }
}
