import Ports

/// What a node tells people of its calls, answered from the store.
package struct CallsConsole: CallsConsolePort {
    private let store: any CallStorePort

    package init(store: any CallStorePort) { self.store = store }

    package func refusedLines(limit: Int) async throws(ConsoleFailure) -> [RefusedLineReport] {
        do {
            return try await store.refusedLines(limit: limit)
        } catch {
            throw .unavailable("the lines that were refused cannot be read: \(error.words)")
        }
    }

    package func calls(_ query: CallQuery) async throws(ConsoleFailure) -> [CallReport] {
        do {
            return try await store.calls(query)
        } catch {
            throw .unavailable("the call records cannot be read: \(error.words)")
        }
    }
}
