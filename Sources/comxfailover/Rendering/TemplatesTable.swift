import Ports

/// The templates, one a line, and under each what is wrong with it.
struct TemplatesTable {
    let templates: [TemplateReport]
    let layout: Layout

    var text: String { lines.joined(separator: "\n") }

    private var lines: [String] {
        var table = TextTable([
            .init(heading: "FAMILY"), .init(heading: "KIND", spare: 1), .init(heading: "FILE"),
            .init(heading: "SOURCE", shrinks: true),
        ])
        for template in templates {
            table.add([
                .init(template.family), .init(template.kind), .init(template.fileName),
                .init(template.source, template.fault == nil ? .plain : .caution),
            ])
        }
        let lines = table.lines(on: layout)
        return [lines[0]]
            + zip(templates, lines.dropFirst()).flatMap { template, line in
                [line] + (template.fault.map { Paragraph.lines($0, lead: "  -> ", indent: 5, on: layout) } ?? [])
            }
    }
}
