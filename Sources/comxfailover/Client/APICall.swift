import Foundation
import NIOHTTP1
import Ports
import Vocabulary

/// One request to the daemon's API: a method, a path below the root, and a body where one is sent.
struct APICall: Sendable, Equatable {
    let method: HTTPMethod
    let path: String
    var body: Data?

    static let status = APICall(method: .GET, path: "status")
    static let items = APICall(method: .GET, path: "items")
    static let coverage = APICall(method: .GET, path: "coverage")
    static let removeTriggers = APICall(method: .POST, path: "triggers/remove")

    static func enable(_ item: ItemName) -> APICall { APICall(method: .POST, path: "items/\(item)/enable") }
    static func disable(_ item: ItemName) -> APICall { APICall(method: .POST, path: "items/\(item)/disable") }
    static func retry(_ item: ItemName) -> APICall { APICall(method: .POST, path: "items/\(item)/retry") }
    static func remove(_ item: ItemName) -> APICall { APICall(method: .DELETE, path: "items/\(item)") }
    static func restore(_ entry: UInt64) -> APICall { APICall(method: .POST, path: "conflicts/\(entry)/restore") }
    static func explain(limit: Int) -> APICall { APICall(method: .GET, path: "explain?limit=\(limit)") }

    static func conflicts(openOnly: Bool) -> APICall {
        APICall(method: .GET, path: openOnly ? "conflicts?open=true" : "conflicts")
    }

    static func add(_ item: NewItem) throws -> APICall {
        APICall(method: .POST, path: "items", body: try JSONEncoder().encode(item))
    }

    static let asteriskStatus = APICall(method: .GET, path: "asterisk/status")

    static func rendering(reveals: Bool) -> APICall {
        APICall(method: .GET, path: reveals ? "asterisk/rendering?reveal=true" : "asterisk/rendering")
    }

    static let templates = APICall(method: .GET, path: "provisioning/templates")

    static func render(_ request: RenderRequest) throws -> APICall {
        APICall(method: .POST, path: "provisioning/render", body: try JSONEncoder().encode(request))
    }

    static func credentials(of device: String) -> APICall {
        let name = device.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return APICall(method: .GET, path: "provisioning/credentials/\(name)")
    }

    static func compare(_ item: ItemName?) -> APICall {
        APICall(method: .POST, path: item.map { "compare?item=\($0)" } ?? "compare")
    }

    static func repair(_ item: ItemName, from source: Mode?) -> APICall {
        APICall(method: .POST, path: "items/\(item)/repair" + (source.map { "?from=\($0.rawValue)" } ?? ""))
    }
}
