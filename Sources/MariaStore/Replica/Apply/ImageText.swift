import Foundation
import ReplicaLogic
import Vocabulary

/// A row as JSON for the ledger: columns and values as text, bytes as `0x…`, NULL as null.
enum ImageText {
    static func json(names: [String], values: [CellValue]) -> String {
        var object: [String: String?] = [:]
        for (name, value) in zip(names, values) { object[name] = .some(value.readable) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(object) else { preconditionFailure("text that JSON cannot hold") }
        return String(decoding: data, as: UTF8.self)
    }

    static func values(_ json: String) -> [String: String?]? {
        try? JSONDecoder().decode([String: String?].self, from: Data(json.utf8))
    }

    /// The value to bind when a row is put back: bytes and bits are told from text by the column that takes them.
    static func cell(_ text: String?, kind: TableShape.Kind) -> CellValue {
        guard let text else { return .null }
        switch kind {
        case .bit: return UInt64(text).map(CellValue.unsigned) ?? bytes(text)
        case .binary: return bytes(text)
        case .number, .float, .text, .temporal: return .text(text)
        }
    }

    private static func bytes(_ text: String) -> CellValue {
        guard text.hasPrefix("0x") else { return .text(text) }
        var bytes: [UInt8] = []
        var digits = text.dropFirst(2)
        while digits.count >= 2 {
            guard let byte = UInt8(digits.prefix(2), radix: 16) else { return .text(text) }
            bytes.append(byte)
            digits = digits.dropFirst(2)
        }
        return .bytes(bytes)
    }
}
