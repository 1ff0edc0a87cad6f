/// Cuts a stream of bytes into the manager's messages, however the bytes arrive.
///
/// Add bytes as they come, then take messages until there is none. A line without a colon is passed over, since it
/// changes nothing. Once it has thrown it throws the same for ever.
package struct AMIDecoder: Sendable, Hashable {
    /// The most that may wait here: a message and a generous read.
    package static let waitingBytesMax = 2 * AMIMessage.bytesMax
    /// What Asterisk says first on every connection.
    package static let greeting = "Asterisk Call Manager/"

    private var buffer: [UInt8] = []
    /// Where the next line begins.
    private var next = 0
    /// How far was looked for the end of that line.
    private var searched = 0
    private var awaitsGreeting: Bool
    private var fields: [AMIField] = []
    private var messageBytes = 0
    private var broken: AMIDecodingError?

    /// - Parameter awaitsGreeting: whether the first line is Asterisk's greeting, as it is for whoever connects to it.
    package init(awaitsGreeting: Bool = true) { self.awaitsGreeting = awaitsGreeting }

    /// Whether Asterisk's greeting has come, or none is awaited.
    package var isGreeted: Bool { !awaitsGreeting }

    /// Bytes that arrived but are not yet a line.
    package var waitingBytes: Int { buffer.count - next }

    package mutating func append(_ bytes: some Collection<UInt8>) throws(AMIDecodingError) {
        if let broken { throw broken }
        guard waitingBytes + bytes.count <= Self.waitingBytesMax else {
            throw fail(.tooMuchWaiting(bytes: waitingBytes + bytes.count))
        }
        if next > AMIMessage.lineBytesMax || next == buffer.count {
            buffer.removeFirst(next)
            searched -= next
            next = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole message, or nil where more bytes are needed.
    package mutating func nextMessage() throws(AMIDecodingError) -> AMIMessage? {
        if let broken { throw broken }
        while let line = try nextLine() {
            if awaitsGreeting {
                try greeted(line)
            } else if !line.isEmpty {
                try add(line)
            } else if !fields.isEmpty {
                defer {
                    fields = []
                    messageBytes = 0
                }
                return AMIMessage(fields)
            }
        }
        return nil
    }

    private mutating func greeted(_ line: ArraySlice<UInt8>) throws(AMIDecodingError) {
        let text = String(decoding: line.prefix(80), as: UTF8.self)
        guard text.hasPrefix(Self.greeting) else { throw fail(.notAManager(text)) }
        awaitsGreeting = false
    }

    private mutating func add(_ line: ArraySlice<UInt8>) throws(AMIDecodingError) {
        messageBytes += line.count + 2
        guard messageBytes <= AMIMessage.bytesMax else { throw fail(.messageTooLong(bytes: messageBytes)) }
        guard let field = AMILine.field(line) else { return }
        guard fields.count < AMIMessage.fieldsMax else { throw fail(.tooManyFields(fields.count + 1)) }
        fields.append(field)
    }

    /// The next line without its end. A line feed alone does not end a line: some values hold one.
    private mutating func nextLine() throws(AMIDecodingError) -> ArraySlice<UInt8>? {
        var index = max(searched, next)
        while index + 1 < buffer.count {
            if buffer[index] == 0x0D, buffer[index + 1] == 0x0A {
                let line = buffer[next..<index]
                guard line.count <= AMIMessage.lineBytesMax else { throw fail(.lineTooLong(bytes: line.count)) }
                next = index + 2
                searched = next
                return line
            }
            index += 1
        }
        searched = index
        guard buffer.count - next <= AMIMessage.lineBytesMax + 1 else {
            throw fail(.lineTooLong(bytes: buffer.count - next))
        }
        return nil
    }

    private mutating func fail(_ error: AMIDecodingError) -> AMIDecodingError {
        broken = error
        buffer = []
        fields = []
        next = 0
        searched = 0
        return error
    }
}
