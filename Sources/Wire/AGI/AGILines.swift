/// Cuts a stream of bytes into lines, however the bytes arrive.
struct AGILines: Sendable, Hashable {
    /// The longest line without its end.
    static let lineBytesMax = 4_096
    /// The most that may wait here.
    static let waitingBytesMax = 64 << 10

    private var buffer: [UInt8] = []
    /// Where the next line begins, and how far was looked for its end.
    private var next = 0
    private var searched = 0

    /// Bytes that arrived but are not yet a line.
    var waitingBytes: Int { buffer.count - next }

    mutating func append(_ bytes: some Collection<UInt8>) throws(AGIDecodingError) {
        guard waitingBytes + bytes.count <= Self.waitingBytesMax else {
            throw .tooMuchWaiting(bytes: waitingBytes + bytes.count)
        }
        if next > Self.lineBytesMax || next == buffer.count {
            buffer.removeFirst(next)
            searched -= next
            next = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next line without its end, or nil where more bytes are needed.
    mutating func nextLine() throws(AGIDecodingError) -> String? {
        searched = max(searched, next)
        while searched < buffer.count, buffer[searched] != 0x0A { searched += 1 }
        guard searched - next <= Self.lineBytesMax else { throw .lineTooLong(bytes: searched - next) }
        guard searched < buffer.count else { return nil }
        var line = buffer[next..<searched]
        if line.last == 0x0D { line.removeLast() }
        next = searched + 1
        return String(decoding: line, as: UTF8.self)
    }
}
