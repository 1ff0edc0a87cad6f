/// Something in rendered files that Asterisk would stumble over, perhaps only at its next cold start.
package struct LintFinding: Error, Sendable, Hashable {
    package enum Trouble: Sendable, Hashable {
        /// A second object of one name and type: a reload keeps the old ones, a start has none.
        case duplicateObject(name: String, type: String, firstLine: Int)
        /// A second step of one number and place in one context.
        case duplicateStep(context: String, number: String)
        /// An option that may stand once, twice in one section.
        case duplicateOption(String)
        case unclosedBracket
        /// A file of ours that is not among the rendered ones.
        case unknownInclude(String)
        /// An `#include` that fails the whole file where its target is missing; `#tryinclude` does not.
        case hardInclude(String)
        /// A template that stands in none of the files.
        case unknownTemplate(String)
        case emptyContext(String)
        /// A context that is included or jumped to, and is not there.
        case unknownContext(String)
        /// An option outside our list: an endpoint with one is gone at the next start.
        case unknownOption(String, type: String)
        /// A section of the SIP files without a type, or with one outside our list.
        case unknownType(String)
        /// The marker by which a reload is verified is missing.
        case missingMarker
        case controlCharacter
        case lineTooLong
        case unreadable
    }

    package let file: String
    /// From 1; 0 for the files as a whole.
    package let line: Int
    package let trouble: Trouble

    package init(_ file: String, _ line: Int, _ trouble: Trouble) {
        self.file = file
        self.line = line
        self.trouble = trouble
    }
}

extension LintFinding: CustomStringConvertible {
    package var description: String { "\(file):\(line): \(words)" }

    private var words: String {
        switch trouble {
        case .duplicateObject(let name, let type, let first):
            "a second \(type) `\(name)`; the first is at line \(first)"
        case .duplicateStep(let context, let number): "a second step for \(number) in [\(context)]"
        case .duplicateOption(let name): "`\(name)` stands twice in one section"
        case .unclosedBracket: "a section whose bracket is not closed"
        case .unknownInclude(let target): "it includes \(target), which is not rendered"
        case .hardInclude(let target): "#include of \(target): where it is missing nothing is loaded; write #tryinclude"
        case .unknownTemplate(let name): "there is no template `\(name)`"
        case .emptyContext(let name): "the context [\(name)] is empty"
        case .unknownContext(let name): "there is no context [\(name)]"
        case .unknownOption(let name, let type): "`\(name)` is no option of \(type)"
        case .unknownType(let name): "the section [\(name)] is of no known type"
        case .missingMarker: "the marker of this rendering is missing"
        case .controlCharacter: "a control character"
        case .lineTooLong: "the line is longer than \(Lint.lineLengthMax) bytes"
        case .unreadable: "this is neither a section nor an option nor an include"
        }
    }
}
