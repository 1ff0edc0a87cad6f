/// A signal to one listener: rings that come while it is busy become one.
package struct Bell: Sendable {
    package let rings: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    package init() {
        (rings, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    package func ring() { continuation.yield() }

    /// No more rings: the listener's loop ends.
    package func end() { continuation.finish() }
}
