/// Cuts the text of a template into its nodes.
struct TemplateParser {
    /// A section that is being read.
    private struct Open {
        let path: TemplateNode.Path
        let isOtherwise: Bool
        var nodes: [TemplateNode] = []
    }

    private var rest: Substring
    private var line = 1
    private var nodes: [TemplateNode] = []
    private var open: [Open] = []
    /// Whether only blanks stand between the start of the line and here.
    private var isAtLineStart = true

    init(_ text: String) { rest = text[...] }

    mutating func parse() throws(ProvisioningFault) -> [TemplateNode] {
        while !rest.isEmpty {
            let text = takeText()
            guard !rest.isEmpty else {
                add(.text(String(text)))
                break
            }
            try tag(after: text)
        }
        if let section = open.last {
            throw .unbalanced((section.isOtherwise ? "^" : "#") + section.path.text, line: section.path.line)
        }
        return nodes
    }

    /// The text before the next tag, which is then the first of the rest.
    private mutating func takeText() -> Substring {
        let start = rest
        while let character = rest.first, !rest.hasPrefix("{{") {
            if character.isNewline {
                line += 1
                isAtLineStart = true
            } else if character != " " {
                isAtLineStart = false
            }
            rest = rest.dropFirst()
        }
        return start[..<rest.startIndex]
    }

    private mutating func tag(after text: Substring) throws(ProvisioningFault) {
        let start = line
        let tag = try takeTag()
        guard let sigil = tag.first else { throw .unknownName("", line: start) }
        switch sigil {
        case "!":
            add(.text(standingAlone(after: text)))
        case "#", "^":
            add(.text(standingAlone(after: text)))
            guard open.count < TemplateText.depthMax else { throw .tooDeep(limit: TemplateText.depthMax, line: start) }
            open.append(Open(path: try Self.path(tag.dropFirst(), line: start), isOtherwise: sigil == "^"))
        case "/":
            add(.text(standingAlone(after: text)))
            try close(tag.dropFirst(), line: start)
        case ">", "<", "$", "=", "%", "&", "{":
            throw .forbiddenTag(String(sigil), line: start)
        default:
            isAtLineStart = false
            add(.text(String(text)))
            add(.value(try Self.path(tag, line: start)))
        }
    }

    /// What is inside the braces; the rest then begins behind them.
    private mutating func takeTag() throws(ProvisioningFault) -> Substring {
        let start = line
        rest = rest.dropFirst(2)
        let inside = rest
        while !rest.hasPrefix("}}") {
            guard let character = rest.first else { throw .unbalanced(String(inside.prefix(20)), line: start) }
            if character.isNewline { line += 1 }
            rest = rest.dropFirst()
        }
        let tag = inside[..<rest.startIndex]
        rest = rest.dropFirst(2)
        return tag
    }

    /// The text before a tag that may stand alone on its line. Where it does, the line leaves nothing behind: the
    /// blanks before the tag go, and the line's end after it.
    private mutating func standingAlone(after text: Substring) -> String {
        guard isAtLineStart else { return String(text) }
        let after = rest.drop { $0 == " " }
        guard after.first?.isNewline ?? true else {
            isAtLineStart = false
            return String(text)
        }
        if !after.isEmpty { line += 1 }
        rest = after.dropFirst()
        let end = text.lastIndex { $0 != " " }
        return end.map { String(text[...$0]) } ?? ""
    }

    private mutating func close(_ name: Substring, line: Int) throws(ProvisioningFault) {
        let path = try Self.path(name, line: line)
        guard let section = open.popLast(), section.path.parts == path.parts else {
            throw .unbalanced("/" + path.text, line: line)
        }
        add(section.isOtherwise ? .otherwise(section.path, section.nodes) : .section(section.path, section.nodes))
    }

    private mutating func add(_ node: TemplateNode) {
        guard node != .text("") else { return }
        if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
    }

    private static func path(_ text: Substring, line: Int) throws(ProvisioningFault) -> TemplateNode.Path {
        let name = trimmed(text)
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let names = parts.compactMap { TemplateName(rawValue: String($0)) }
        guard names.count == parts.count else { throw .unknownName(String(name), line: line) }
        return TemplateNode.Path(parts: names, line: line)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0 == " " }
        return start.lastIndex { $0 != " " }.map { start[...$0] } ?? ""
    }
}
