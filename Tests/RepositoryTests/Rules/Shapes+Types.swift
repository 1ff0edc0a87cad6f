import Foundation

extension Shapes {
    /// What may stand before a declaration.
    private static let prefix =
        #"(?:@\w+(?:\(.*\))?\s+)*(?:(?:public|package|internal|private|fileprivate|final|indirect|nonisolated)\s+)*"#

    private static let typeDeclaration = "^" + prefix + #"(?:struct|class|enum|actor|protocol|typealias)\s+`?(\w+)"#
    private static let nestedDeclaration = #"^ +"# + prefix + #"(?:struct|class|enum|actor|protocol)\s+`?(\w+)"#
    private static let extensionDeclaration = "^" + prefix + #"extension\s+([\w.]+)"#

    /// One type in a file, named after it; or, in `Type+Aspect.swift`, extensions of that type.
    static func misnamed(_ files: [SwiftFile]) -> [Violation] {
        files.filter { !["main.swift", "Package.swift"].contains($0.file.name) }.flatMap(misnamed)
    }

    private static func misnamed(_ file: SwiftFile) -> [Violation] {
        let base = String(file.file.name.dropLast(".swift".count).prefix { $0 != "+" })
        let isAspect = file.file.name.contains("+")
        let types = declarations(file, typeDeclaration, depth: 0)
        var violations = types.dropFirst().map { line, name in
            Violation(file.file.path, line, "a second type, \(name)", cure: "give it a file of its own, or nest it")
        }
        if let (line, name) = types.first, name != base {
            violations.append(
                Violation(file.file.path, line, "\(name) in \(file.file.name)", cure: "name the file \(name).swift"))
        }
        if let (line, name) = types.first, isAspect, name == base {
            violations.append(
                Violation(file.file.path, line, "\(name) declared in an aspect file", cure: "move it to \(name).swift"))
        }
        if types.isEmpty { violations += misnamedExtensions(file, base) }
        return violations
    }

    /// The types declared one brace deep: `enum Failure` in `extension ControlReply` is what `Failure.swift` holds.
    private static func nested(_ file: SwiftFile) -> [String] {
        declarations(file, nestedDeclaration, depth: 1).map(\.name)
    }

    /// A step of the schema has a number instead of a type: `Migration101StaffExtensions.swift`.
    private static func isMigration(_ base: String) -> Bool {
        base.hasPrefix("Migration") && base.dropFirst("Migration".count).first?.isNumber == true
    }

    private static func misnamedExtensions(_ file: SwiftFile, _ base: String) -> [Violation] {
        let names = declarations(file, extensionDeclaration, depth: 0)
        let fits = names.contains { $0.name == base || $0.name.hasSuffix("." + base) || $0.name.hasPrefix(base + ".") }
        if fits && file.file.name.contains("+") { return [] }
        if isMigration(base) && names.map(\.name) == ["SchemaMigration"] { return [] }
        if !fits && nested(file).contains(base) && nested(file).count == 1 { return [] }
        guard let (line, name) = names.first else {
            return [Violation(file.file.path, nil, "no type", cure: "put its contents where they belong")]
        }
        let short = name.split(separator: ".").last.map(String.init) ?? name
        return [
            Violation(
                file.file.path, line, "an extension of \(name) in \(file.file.name)",
                cure: "name the file \(short)+Aspect.swift")
        ]
    }

    private static func declarations(
        _ file: SwiftFile, _ pattern: String, depth: Int
    ) -> [(line: Int, name: String)] {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
        return zip(file.code.lines, file.depths).enumerated().compactMap { index, pair in
            guard pair.1 == depth else { return nil }
            let line = String(pair.0)
            let match = expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line))
            guard let range = match.flatMap({ Range($0.range(at: 1), in: line) }) else { return nil }
            return (index + 1, String(line[range]))
        }
    }
}
