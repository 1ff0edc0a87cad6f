import Hummingbird
import Logging
import Ports

/// Turns whatever a route throws into a JSON error; nothing of our inside reaches the caller.
struct ErrorAnswers: RouterMiddleware {
    typealias Context = APIContext

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let failure as ConsoleFailure {
            return try Response.json(failure.body, status: failure.status)
        } catch let error as any HTTPResponseError {
            return try Response.json(Self.body(of: error.status, request: request), status: error.status)
        } catch {
            context.logger.error("a route failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            let body = ErrorBody(code: "internal", message: "the daemon failed inside; its log says more")
            return try Response.json(body, status: .internalServerError)
        }
    }

    private static func body(of status: HTTPResponse.Status, request: Request) -> ErrorBody {
        switch status {
        case .notFound:
            ErrorBody(code: "not-found", message: "no route \(request.method.rawValue) \(request.uri.path)")
        case .contentTooLarge:
            ErrorBody(code: "too-large", message: "the request body is larger than \(APILimits.bodySizeMax) bytes")
        default:
            ErrorBody(code: "invalid", message: status.reasonPhrase)
        }
    }
}

extension ConsoleFailure {
    /// The HTTP status this failure answers with.
    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .invalid: .badRequest
        case .refused: .conflict
        case .unavailable: .serviceUnavailable
        }
    }

    /// The JSON this failure answers with.
    var body: ErrorBody {
        switch self {
        case .notFound(let words): ErrorBody(code: "not-found", message: words)
        case .invalid(let words): ErrorBody(code: "invalid", message: words)
        case .refused(let words): ErrorBody(code: "refused", message: words)
        case .unavailable(let words): ErrorBody(code: "unavailable", message: words)
        }
    }
}
