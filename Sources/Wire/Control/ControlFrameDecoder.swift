/// Cuts a stream of bytes into control frames, however the bytes arrive.
///
/// Add bytes as they come, then take frames until there is none: at most one unfinished frame stays behind. Once it
/// has thrown it throws the same for ever, since a stream that lost its place cannot find it again.
package struct ControlFrameDecoder: Sendable, Hashable {
    /// The most that may wait here: a frame and a generous read.
    package static let waitingBytesMax = 1 << 20

    private var buffer: [UInt8] = []
    private var next = 0
    private var broken: ControlFrameError?

    package init() {}

    /// Bytes that arrived but are not yet a frame.
    package var waitingBytes: Int { buffer.count - next }

    package mutating func append(_ bytes: some Collection<UInt8>) throws(ControlFrameError) {
        if let broken { throw broken }
        guard waitingBytes + bytes.count <= Self.waitingBytesMax else {
            throw fail(.tooMuchWaiting(bytes: waitingBytes + bytes.count))
        }
        if next == buffer.count {
            buffer.removeAll(keepingCapacity: true)
            next = 0
        } else if next > ControlFrame.lengthMax {
            buffer.removeFirst(next)
            next = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole frame, or nil where more bytes are needed.
    package mutating func nextFrame() throws(ControlFrameError) -> ControlFrame? {
        if let broken { throw broken }
        var reader = ByteReader(buffer[next...])
        guard let length = reader.read(UInt32.self).map({ Int($0) }) else { return nil }
        guard length >= ControlFrame.headBytes else { throw fail(.tooShort(length: length)) }
        guard length <= ControlFrame.lengthMax else { throw fail(.tooLong(length: length)) }
        guard reader.remaining >= length else { return nil }
        guard let kind = reader.read(UInt16.self), let id = reader.read(UInt32.self) else { return nil }
        let end = next + 4 + length
        let body = Array(buffer[(next + 4 + ControlFrame.headBytes)..<end])
        next = end
        return ControlFrame(kind: kind, id: id, body: body)
    }

    private mutating func fail(_ error: ControlFrameError) -> ControlFrameError {
        broken = error
        buffer = []
        next = 0
        return error
    }
}
