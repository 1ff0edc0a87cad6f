import NIOHTTP1
import Vocabulary

extension APICall {
    static let services = APICall(method: .GET, path: "services")

    static func takeoverPreview(_ scope: Scope?) -> APICall {
        APICall(method: .GET, path: "failover/takeover" + question(scope))
    }

    static func takeOver(_ scope: Scope?, isForced: Bool) -> APICall {
        let force = isForced ? (scope == nil ? "?force=true" : "&force=true") : ""
        return APICall(method: .POST, path: "failover/takeover" + question(scope) + force)
    }

    static func givebackPreview(_ scope: Scope?) -> APICall {
        APICall(method: .GET, path: "failover/giveback" + question(scope))
    }

    static func giveBack(_ scope: Scope?) -> APICall {
        APICall(method: .POST, path: "failover/giveback" + question(scope))
    }

    static func stopGiveback(_ scope: Scope?) -> APICall {
        APICall(method: .POST, path: "failover/giveback/stop" + question(scope))
    }

    private static func question(_ scope: Scope?) -> String { scope.map { "?scope=\($0.rawValue)" } ?? "" }
}
