/// Long-lived services for the length of a test.
enum Running {
    /// Runs `services` beside `body` and cancels them when it is done; returns when all have stopped.
    @discardableResult
    static func services<Answer: Sendable>(
        _ services: [@Sendable () async -> Void], _ body: () async throws -> Answer
    ) async throws -> Answer {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for service in services { tasks.addTask { await service() } }
            do {
                let answer = try await body()
                tasks.cancelAll()
                return answer
            } catch {
                tasks.cancelAll()
                throw error
            }
        }
    }
}
