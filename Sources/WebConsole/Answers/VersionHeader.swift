import HTTPTypes
import Hummingbird

/// Puts the program's version on every answer, so that a newer command line can tell an older daemon.
struct VersionHeader: RouterMiddleware {
    typealias Context = APIContext

    let softwareVersion: String

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.softwareVersion] = softwareVersion
        return response
    }
}

extension HTTPField.Name {
    /// The header that carries the program's version.
    package static var softwareVersion: HTTPField.Name {
        guard let name = HTTPField.Name("X-Comxfailover-Version") else {
            preconditionFailure("the version header's name is not a token")
        }
        return name
    }
}
