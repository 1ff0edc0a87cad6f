import Foundation
import HotelLogic
import NIOHTTP1
import Vocabulary
import WebConsole

extension APICall {
    static let confirmClock = APICall(method: .POST, path: "clock/confirm")

    static let roomStates = APICall(method: .GET, path: "rooms/status")

    static func stays(in room: String?) -> APICall {
        APICall(method: .GET, path: "stays" + (room.map { "?room=\(spelled($0))" } ?? ""))
    }

    static func stayHistory(room: String?, limit: Int) -> APICall {
        APICall(
            method: .GET, path: "stays/history?limit=\(limit)" + (room.map { "&room=\(spelled($0))" } ?? ""))
    }

    static func checkIn(_ body: StayBody) throws -> APICall { try post("stays", body) }

    /// - Parameter act: `check-out`, `move`, `guests`, `language`, `departure`.
    static func stay(_ name: String, _ act: String, _ body: StayBody) throws -> APICall {
        try post("stays/\(spelled(name))/\(act)", body)
    }

    /// - Parameter fact: `do-not-disturb`, `lamp`, `calling`, `housekeeping`.
    static func room(_ room: String, _ fact: String, _ body: StayBody) throws -> APICall {
        try post("rooms/\(spelled(room))/\(fact)", body)
    }

    static func wakeUps(room: String?, day: String?, includesOver: Bool) -> APICall {
        var parts: [String] = []
        if let room { parts.append("room=\(spelled(room))") }
        if let day { parts.append("on=\(spelled(day))") }
        if includesOver { parts.append("all=true") }
        return APICall(method: .GET, path: "wakeups" + (parts.isEmpty ? "" : "?\(parts.joined(separator: "&"))"))
    }

    static func setWakeUps(_ body: WakeUpBody) throws -> APICall { try post("wakeups", body) }
    static func cancelWakeUps(_ body: WakeUpBody) throws -> APICall { try post("wakeups/cancel", body) }

    /// - Parameter act: `change` or `cancel`.
    static func wakeUp(_ wakeUp: String, _ act: String, _ body: WakeUpBody) throws -> APICall {
        try post("wakeups/\(spelled(wakeUp))/\(act)", body)
    }

    private static func post(_ path: String, _ body: some Encodable) throws -> APICall {
        APICall(method: .POST, path: path, body: try JSONEncoder().encode(body))
    }

    private static func spelled(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
