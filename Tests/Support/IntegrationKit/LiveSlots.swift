/// How many pairs live at once: they share this machine's cores with each other.
package actor LiveSlots {
    /// The slots of the suite that the running test belongs to; nil where nothing limits it.
    @TaskLocal package static var shared: LiveSlots?

    private var free: Int
    private var taken = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(_ count: Int) { free = count }

    /// Runs `body` as soon as a slot is free, with a number that no other use gets.
    nonisolated func using<T>(_ body: (Int) async throws -> T) async throws -> T {
        let number = await take()
        let result: Result<T, any Error>
        do { result = .success(try await body(number)) } catch { result = .failure(error) }
        await giveBack()
        return try result.get()
    }

    private func take() async -> Int {
        taken += 1
        let number = taken
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
        return number
    }

    private func giveBack() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        free += 1
    }
}
