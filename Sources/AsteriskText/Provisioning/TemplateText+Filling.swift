extension TemplateText {
    /// The template with `values` in it.
    package func filled(with values: [TemplateName: TemplateValue]) throws(ProvisioningFault) -> String {
        var filled = ""
        try Self.fill(nodes, scopes: [values], into: &filled)
        return filled
    }

    /// The innermost scope stands last; a name is looked for from there outwards.
    private static func fill(
        _ nodes: [TemplateNode], scopes: [[TemplateName: TemplateValue]], into filled: inout String
    ) throws(ProvisioningFault) {
        for node in nodes {
            switch node {
            case .text(let text): filled += text
            case .value(let path):
                guard case .text(let text) = try value(of: path, in: scopes) else {
                    throw .notAValue(path.text, line: path.line)
                }
                filled += text
            case .section(let path, let inner):
                for scope in try openings(of: value(of: path, in: scopes)) {
                    try fill(inner, scopes: scopes + scope, into: &filled)
                }
            case .otherwise(let path, let inner):
                guard try openings(of: value(of: path, in: scopes)).isEmpty else { continue }
                try fill(inner, scopes: scopes, into: &filled)
            }
            guard filled.utf8.count <= filledLengthMax else { throw .filledTooLong(limit: filledLengthMax) }
        }
    }

    /// How often a section is filled, and with which scope inside each time.
    private static func openings(of value: TemplateValue) -> [[[TemplateName: TemplateValue]]] {
        switch value {
        case .text(let text): text.isEmpty ? [] : [[]]
        case .flag(let isSet): isSet ? [[]] : []
        case .group(let group): [[group]]
        case .list(let elements): elements.map { [$0] }
        }
    }

    private static func value(
        of path: TemplateNode.Path, in scopes: [[TemplateName: TemplateValue]]
    ) throws(ProvisioningFault) -> TemplateValue {
        let first = path.parts[0]
        guard var found = scopes.last(where: { $0[first] != nil })?[first] else {
            throw .unknownName(path.text, line: path.line)
        }
        for part in path.parts.dropFirst() {
            guard case .group(let group) = found, let next = group[part] else {
                throw .unknownName(path.text, line: path.line)
            }
            found = next
        }
        return found
    }
}
