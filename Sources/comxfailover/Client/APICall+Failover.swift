import NIOHTTP1

extension APICall {
    static let services = APICall(method: .GET, path: "services")
}
