/// Splits Swift text into code and the insides of strings, both as long as the text, with blanks for the rest.
///
/// It knows comments (nested ones too), strings on one line and on several, raw strings, and interpolations, which
/// count as code. Regular expression literals are taken for code.
struct SwiftTextSplitter {
    private enum Mode: Equatable {
        case code(parentheses: Int)
        case lineComment
        case blockComment(depth: Int)
        case string(hashes: Int, isMultiline: Bool)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var code: [UInt8] = []
    private var strings: [UInt8] = []
    /// The innermost last; interpolations stack code on strings.
    private var modes = [Mode.code(parentheses: 0)]

    static func split(_ text: String) -> (code: String, strings: String) {
        var splitter = SwiftTextSplitter(bytes: Array(text.utf8))
        while splitter.position < splitter.bytes.count { splitter.step() }
        return (String(decoding: splitter.code, as: UTF8.self), String(decoding: splitter.strings, as: UTF8.self))
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func step() {
        if bytes[position] == UInt8(ascii: "\n") {
            endLine()
            return
        }
        if isOrdinary(bytes[position]) {
            stepOrdinary()
            return
        }
        switch modes[modes.count - 1] {
        case .code(let parentheses): stepCode(parentheses)
        case .lineComment: skip(1)
        case .blockComment(let depth): stepBlockComment(depth)
        case .string(let hashes, let isMultiline): stepString(hashes, isMultiline)
        }
    }

    /// Whether a byte means nothing in any mode; most do not, so they go the short way.
    private func isOrdinary(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "*"): false
        case UInt8(ascii: "("), UInt8(ascii: ")"): false
        default: true
        }
    }

    private mutating func stepOrdinary() {
        switch modes[modes.count - 1] {
        case .code:
            code.append(bytes[position])
            strings.append(UInt8(ascii: " "))
        case .string:
            code.append(UInt8(ascii: " "))
            strings.append(bytes[position])
        case .lineComment, .blockComment:
            code.append(UInt8(ascii: " "))
            strings.append(UInt8(ascii: " "))
        }
        position += 1
    }

    private mutating func endLine() {
        code.append(bytes[position])
        strings.append(bytes[position])
        position += 1
        switch modes[modes.count - 1] {
        case .lineComment, .string(_, isMultiline: false): modes.removeLast()
        case .code, .blockComment, .string: break
        }
    }

    private mutating func stepCode(_ parentheses: Int) {
        if follows("//") {
            modes.append(.lineComment)
        } else if follows("/*") {
            modes.append(.blockComment(depth: 1))
            skip(2)
        } else if let hashes = stringStart() {
            let isMultiline = follows(String(repeating: "#", count: hashes) + "\"\"\"")
            modes.append(.string(hashes: hashes, isMultiline: isMultiline))
            keepCode(hashes + (isMultiline ? 3 : 1))
        } else {
            stepParenthesis(parentheses)
        }
    }

    private mutating func stepParenthesis(_ parentheses: Int) {
        let isInterpolation = modes.count > 1
        if follows("("), isInterpolation {
            modes[modes.count - 1] = .code(parentheses: parentheses + 1)
        } else if follows(")"), isInterpolation {
            modes[modes.count - 1] = .code(parentheses: parentheses - 1)
            if parentheses == 1 { modes.removeLast() }
        }
        keepCode(1)
    }

    private mutating func stepBlockComment(_ depth: Int) {
        if follows("/*") {
            modes[modes.count - 1] = .blockComment(depth: depth + 1)
            skip(2)
        } else if follows("*/") {
            modes[modes.count - 1] = .blockComment(depth: depth - 1)
            if depth == 1 { modes.removeLast() }
            skip(2)
        } else {
            skip(1)
        }
    }

    private mutating func stepString(_ hashes: Int, _ isMultiline: Bool) {
        let pounds = String(repeating: "#", count: hashes)
        let end = (isMultiline ? "\"\"\"" : "\"") + pounds
        if follows(end) {
            modes.removeLast()
            keepCode(end.utf8.count)
        } else if follows("\\" + pounds + "(") {
            keepCode(hashes + 2)
            modes.append(.code(parentheses: 1))
        } else if follows("\\" + pounds) {
            keepString(min(hashes + 2, bytes.count - position))
        } else {
            keepString(1)
        }
    }

    /// The number of `#` before a string that starts here, or nil where none does.
    private func stringStart() -> Int? {
        let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
        let quote = position + hashes
        return quote < bytes.count && bytes[quote] == UInt8(ascii: "\"") ? hashes : nil
    }

    private func follows(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func keepCode(_ count: Int) { copy(count, toCode: true, toStrings: false) }
    private mutating func keepString(_ count: Int) { copy(count, toCode: false, toStrings: true) }
    private mutating func skip(_ count: Int) { copy(count, toCode: false, toStrings: false) }

    private mutating func copy(_ count: Int, toCode: Bool, toStrings: Bool) {
        for byte in bytes[position..<min(position + count, bytes.count)] {
            let isBreak = byte == UInt8(ascii: "\n")
            code.append(toCode || isBreak ? byte : UInt8(ascii: " "))
            strings.append(toStrings || isBreak ? byte : UInt8(ascii: " "))
        }
        position += count
    }
}
