import NIOCore

/// Waiting for the end of a channel from a task.
enum ChannelLife {
    /// Returns when `channel` is closed; a cancelled task closes it.
    static func untilClosed(_ channel: any Channel) async throws {
        try await withTaskCancellationHandler {
            try await channel.closeFuture.get()
        } onCancel: {
            channel.close(promise: nil)
        }
    }
}
