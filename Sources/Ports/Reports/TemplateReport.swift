/// One family's template: where it comes from and whether it can be used.
package struct TemplateReport: Sendable, Hashable, Codable {
    /// The stable word of the family.
    package let family: String
    /// The name of a file that overrides it.
    package let fileName: String
    /// How its files are written: `xml`, `key-value`, `ini`.
    package let kind: String
    /// `built-in`, or the path of the administrator's file.
    package let source: String
    /// What is wrong with it; nil for a template that can be used.
    package let fault: String?

    package init(family: String, fileName: String, kind: String, source: String, fault: String?) {
        self.family = family
        self.fileName = fileName
        self.kind = kind
        self.source = source
        self.fault = fault
    }
}
