/// How many pairs live at once: they share this machine's cores with each other.
package actor LiveSlots {
    /// The slots of the suite that the running test belongs to; nil where nothing limits it.
    @TaskLocal package static var shared: LiveSlots?

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(_ count: Int) { free = count }

    /// Runs `body` as soon as a slot is free.
    nonisolated func using<T>(_ body: () async throws -> T) async throws -> T {
        await take()
        let result: Result<T, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        await giveBack()
        return try result.get()
    }

    private func take() async {
        guard free == 0 else { return free -= 1 }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func giveBack() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        free += 1
    }
}
