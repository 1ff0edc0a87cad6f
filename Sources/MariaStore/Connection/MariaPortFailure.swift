/// A port's own failure, which the errors of MariaDB are turned into at this wall.
protocol MariaPortFailure: Error {
    init(_ trouble: MariaTrouble)

    /// What an error that is none of MariaDB's means at this port; nil where it is only words.
    static func meaning(of error: any Error) -> Self?
}

extension MariaPortFailure {
    static func meaning(of error: any Error) -> Self? { nil }
}

extension MariaConnection {
    /// Runs `body` with the session; whatever fails is the port's failure.
    @discardableResult
    func perform<T: Sendable, Failure: MariaPortFailure>(
        failing: Failure.Type, _ body: @Sendable (MariaSession) throws -> T
    ) async throws(Failure) -> T {
        do {
            return try await perform(body)
        } catch let failure as Failure {
            throw failure
        } catch let error as MariaError {
            throw Failure(MariaTrouble(error))
        } catch {
            throw Failure.meaning(of: error) ?? Failure(.refused(words: "\(error)"))
        }
    }
}
