/// A piece of a template.
indirect enum TemplateNode: Sendable, Hashable {
    /// A name in a tag, part by part, and the line it stands on.
    struct Path: Sendable, Hashable {
        let parts: [TemplateName]
        let line: Int

        var text: String { parts.map(\.rawValue).joined(separator: ".") }
    }

    case text(String)
    case value(Path)
    /// Filled once, for each element, or not at all.
    case section(Path, [TemplateNode])
    /// Filled where the section would not be.
    case otherwise(Path, [TemplateNode])
}
