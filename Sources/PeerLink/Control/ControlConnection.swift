import NIOCore
import Wire

/// One connection of the control port whose caller was let in.
struct ControlConnection: Sendable {
    let channel: any Channel
    /// What the caller sends; it ends with the connection.
    let frames: AsyncStream<ControlFrame>

    /// Sends a reply; a connection that has ended swallows it.
    func send(_ frame: ControlFrame) { channel.writeAndFlush(frame, promise: nil) }

    func close() { channel.close(promise: nil) }
}
