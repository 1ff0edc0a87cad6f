import NIOHTTP1
import Ports
import Vocabulary

extension APICall {
    static func events(_ query: EventQuery) -> APICall {
        var parts = ["limit=\(query.limit)"]
        if query.minimum != .information { parts.append("severity=\(query.minimum.rawValue)") }
        if let since = query.since { parts.append("since=\(since.rawValue)") }
        return APICall(method: .GET, path: "events?\(parts.joined(separator: "&"))")
    }
}
