import Foundation
import MariaStore
import Ports
import Vocabulary

/// A MariaDB server for measurements, with the durable settings of a node's private server.
struct BenchServer: Sendable {
    let server: PrivateServer

    /// By its socket, with all rights.
    var administrator: MariaEndpoint {
        var endpoint = server.administrator
        endpoint.readTimeout = .seconds(3_600)
        return endpoint
    }

    /// One use of a connection of its own.
    @discardableResult
    func use<T: Sendable>(_ body: @Sendable (MariaSession) throws -> T) async throws -> T {
        let connection = MariaConnection(endpoint: administrator)
        do {
            let result = try await connection.perform(body)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Runs statements one after another.
    func run(_ statements: String...) async throws {
        try await use { session in for statement in statements { try session.script(statement) } }
    }

    /// The first value a question finds, as text.
    func word(_ question: String) async throws -> String {
        try await use { try $0.query(question).first?.values.first?.readable ?? "" }
    }
}
