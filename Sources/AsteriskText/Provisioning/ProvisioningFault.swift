/// Why no file can be made for a device: each names the value or the line that is at fault.
package enum ProvisioningFault: Error, Sendable, Hashable {
    /// A line's end or a control character in a value would become a setting of its own.
    case controlCharacter(TemplateName, UInt32)
    /// The family's file has no way to write this character.
    case unwritable(TemplateName, character: Unicode.Scalar)
    case tooLong(TemplateName, length: Int)
    /// The model names no family of phones that there is a template for.
    case unknownModel(String)
    case noAccounts
    case tooManyAccounts(count: Int, limit: Int)
    /// A place is below 1, beyond the device's last, or taken twice.
    case oddLine(Int)
    /// The template names a value that does not exist; `line` counts from 1.
    case unknownName(String, line: Int)
    /// The name exists, but stands for a section.
    case notAValue(String, line: Int)
    /// The template uses a tag of Mustache that this program does not have.
    case forbiddenTag(String, line: Int)
    /// A tag or a section of the template is not closed, or closed without being open.
    case unbalanced(String, line: Int)
    case tooDeep(limit: Int, line: Int)
    case templateTooLong(length: Int)
    case filledTooLong(limit: Int)
}

extension ProvisioningFault: CustomStringConvertible {
    /// One sentence: what is wrong and what helps.
    package var description: String {
        switch self {
        case .controlCharacter(let name, let code):
            "the value of \(name.rawValue) holds the control character \(code); retype it without ends of lines"
        case .unwritable(let name, let character):
            "the value of \(name.rawValue) holds \"\(character)\" where this phone's file cannot carry it; change it"
        case .tooLong(let name, let length):
            "the value of \(name.rawValue) has \(length) bytes; at most \(TemplateValue.lengthMax) are possible"
        case .unknownModel(let model):
            "the model `\(model)` belongs to no known family; known are "
                + PhoneFamily.allCases.map(\.rawValue).joined(separator: ", ")
        case .noAccounts: "the device has no extension"
        case .tooManyAccounts(let count, let limit):
            "the device has \(count) lines; the template of its family knows \(limit)"
        case .oddLine(let line): "the line \(line) of the device is used twice or is none that it has"
        case .unknownName(let name, let line):
            "line \(line) of the template names `\(name)`, which does not exist there;"
                + " Docs/PROVISIONING.md lists the names"
        case .notAValue(let name, let line):
            "line \(line) of the template writes `\(name)`, which is no value; open it as a section: {{#\(name)}}"
        case .forbiddenTag(let tag, let line):
            "line \(line) of the template uses {{\(tag)…, which is not allowed here; use values and sections only"
        case .unbalanced(let tag, let line): "line \(line) of the template: {{\(tag)… is not closed or was never opened"
        case .tooDeep(let limit, let line):
            "line \(line) of the template opens a section too many; \(limit) may stand in each other"
        case .filledTooLong(let limit): "the file would have more than \(limit) bytes; the template repeats too much"
        case .templateTooLong(let length):
            "the template has \(length) bytes; at most \(TemplateText.lengthMax) are possible"
        }
    }
}
