import Foundation
import NIOHTTP1
import Ports
import Vocabulary

extension APICall {
    static func calls(_ query: CallQuery) -> APICall {
        var parts = ["limit=\(query.limit)"]
        if let number = query.number { parts.append("extension=\(spelled(number))") }
        if let room = query.room { parts.append("room=\(spelled(room))") }
        if let since = query.since { parts.append("since=\(since.rawValue)") }
        if query.interruptedOnly { parts.append("interrupted=true") }
        return APICall(method: .GET, path: "calls?\(parts.joined(separator: "&"))")
    }

    static func refusedLines(limit: Int) -> APICall { APICall(method: .GET, path: "calls/refused?limit=\(limit)") }

    private static func spelled(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
