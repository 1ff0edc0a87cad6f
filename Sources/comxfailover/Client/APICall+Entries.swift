import Foundation
import HotelLogic
import NIOHTTP1
import WebConsole

extension APICall {
    static func entries(_ kind: TelephonyKind, reveals: Bool) -> APICall {
        APICall(method: .GET, path: kind.rawValue + (reveals ? "?reveal=true" : ""))
    }

    static func addEntries(_ kind: TelephonyKind, _ keys: [String], _ fields: [String: String]) throws -> APICall {
        APICall(
            method: .POST, path: kind.rawValue, body: try JSONEncoder().encode(EntryChange(keys: keys, fields: fields)))
    }

    static func editEntries(_ kind: TelephonyKind, _ keys: [String], _ fields: [String: String]) throws -> APICall {
        APICall(
            method: .PATCH, path: path(kind, keys), body: try JSONEncoder().encode(EntryChange(fields: fields)))
    }

    static func editSettings(_ kind: TelephonyKind, _ fields: [String: String]) throws -> APICall {
        APICall(method: .PATCH, path: kind.rawValue, body: try JSONEncoder().encode(EntryChange(fields: fields)))
    }

    static func removeEntries(_ kind: TelephonyKind, _ keys: [String]) -> APICall {
        APICall(method: .DELETE, path: path(kind, keys))
    }

    static func importEntries(_ kind: TelephonyKind, _ text: String, updating: Bool) throws -> APICall {
        APICall(
            method: .POST, path: "\(kind.rawValue)/import",
            body: try JSONEncoder().encode(EntryImport(text: text, update: updating)))
    }

    /// Names as a path carries them: what is no letter, digit or hyphen is spelled out.
    private static func path(_ kind: TelephonyKind, _ keys: [String]) -> String {
        let plain = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
        let names = keys.map { $0.addingPercentEncoding(withAllowedCharacters: plain) ?? "" }
        return "\(kind.rawValue)/\(names.joined(separator: ","))"
    }
}
