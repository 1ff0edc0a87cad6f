import SeededTestKit
import Testing

@testable import Wire

struct AMIDecoderTests {
    private func messages(of decoder: inout AMIDecoder) throws -> [AMIMessage] {
        var messages: [AMIMessage] = []
        while let message = try decoder.nextMessage() { messages.append(message) }
        return messages
    }

    private var whole: [AMIMessage] {
        get throws {
            var decoder = AMIDecoder()
            try decoder.append(AMISamples.bytes(AMISamples.stream))
            return try messages(of: &decoder)
        }
    }

    @Test func `a stream is cut into its messages`() throws {
        let names = try whole.map { $0["Event"] ?? $0["Response"] }
        let expected = [
            "Success", "FullyBooted", "Error", "Hangup", "OriginateResponse", "ContactStatus", "ContactList",
            "UserEvent",
        ]
        #expect(names == expected)
    }

    @Test func `messages come out whole, wherever the stream is split in two`() throws {
        let stream = AMISamples.bytes(AMISamples.stream)
        let expected = try whole
        for split in 0...stream.count {
            var decoder = AMIDecoder()
            try decoder.append(stream[..<split])
            var found = try messages(of: &decoder)
            try decoder.append(stream[split...])
            found += try messages(of: &decoder)
            #expect(found == expected)
            #expect(decoder.waitingBytes == 0)
        }
    }

    @Test func `messages come out whole when bytes come one by one`() throws {
        var decoder = AMIDecoder()
        var found: [AMIMessage] = []
        for byte in AMISamples.bytes(AMISamples.stream) {
            try decoder.append([byte])
            found += try messages(of: &decoder)
        }
        #expect(try found == whole)
    }

    @Test func `a line feed inside a value does not end the line`() throws {
        let message = try #require(try AMISamples.messages(AMISamples.noContacts).first)
        #expect(message["Message"] == "No Contacts found")
        #expect(try AMISamples.messages("A: one\ntwo\r\n\r\n") == [AMIMessage([AMIField("A", "one\ntwo")])])
    }

    @Test func `a name comes more than once and its case means nothing`() throws {
        let message = try #require(try AMISamples.messages("Output: a\r\noutput: b\r\nX: \r\nY:c\r\n\r\n").first)
        #expect(message.all("OUTPUT") == ["a", "b"])
        #expect(message["x"] == "")
        #expect(message["y"] == "c")
        #expect(message["z"] == nil)
    }

    @Test func `a line without a colon is passed over and empty messages are none`() throws {
        #expect(
            try AMISamples.messages("\r\n\r\nnonsense\r\nA: b\r\n\r\n\r\n") == [AMIMessage([AMIField("A", "b")])])
    }

    @Test func `another program's greeting is refused`() throws {
        var decoder = AMIDecoder()
        try decoder.append(AMISamples.bytes("SSH-2.0-OpenSSH_9.2\r\n"))
        let error = AMIDecodingError.notAManager("SSH-2.0-OpenSSH_9.2")
        #expect(throws: error) { try decoder.nextMessage() }
        #expect(throws: error) { try decoder.nextMessage() }
        #expect(throws: error) { try decoder.append([0]) }
    }

    @Test func `the longest line passes and one byte more does not, ended or not`() throws {
        let longest = "A: " + String(repeating: "x", count: AMIMessage.lineBytesMax - 3)
        #expect(try AMISamples.messages(longest + "\r\n\r\n").count == 1)
        let error = AMIDecodingError.lineTooLong(bytes: AMIMessage.lineBytesMax + 1)
        #expect(throws: error) { try AMISamples.messages(longest + "x\r\n\r\n") }
        var decoder = AMIDecoder(awaitsGreeting: false)
        try decoder.append(AMISamples.bytes(longest + "xx"))
        #expect(throws: AMIDecodingError.lineTooLong(bytes: AMIMessage.lineBytesMax + 2)) {
            try decoder.nextMessage()
        }
    }

    @Test func `a message has at most so many lines and bytes`() throws {
        let lines = String(repeating: "A: b\r\n", count: AMIMessage.fieldsMax)
        #expect(try AMISamples.messages(lines + "\r\n").first?.fields.count == AMIMessage.fieldsMax)
        #expect(throws: AMIDecodingError.tooManyFields(AMIMessage.fieldsMax + 1)) {
            try AMISamples.messages(lines + "A: b\r\n\r\n")
        }
        let line = String(repeating: "x", count: 16_382)
        let text = String(repeating: line + "\r\n", count: AMIMessage.bytesMax / 16_384)
        #expect(try AMISamples.messages("\(text)\r\n").isEmpty)
        #expect(throws: AMIDecodingError.messageTooLong(bytes: AMIMessage.bytesMax + 6)) {
            try AMISamples.messages(text + "A: b\r\n\r\n")
        }
    }

    @Test func `bytes that nobody takes end at the limit`() throws {
        var decoder = AMIDecoder()
        try decoder.append([UInt8](repeating: 0x41, count: AMIDecoder.waitingBytesMax))
        #expect(throws: AMIDecodingError.tooMuchWaiting(bytes: AMIDecoder.waitingBytesMax + 1)) {
            try decoder.append([0x41])
        }
    }

    @Test func `random bytes and flipped bits end in an error or wait, and never harm`() {
        var random = Seeded(seed: 11)
        let stream = AMISamples.bytes(AMISamples.stream)
        for round in 0..<5_000 {
            var bytes = round.isMultiple(of: 2) ? stream : random.bytes(Int(random.next() % 200))
            for _ in 0...(random.next() % 4) where !bytes.isEmpty {
                bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
            }
            var decoder = AMIDecoder(awaitsGreeting: round.isMultiple(of: 3))
            try? decoder.append(bytes)
            var count = 0
            while let message = try? decoder.nextMessage() {
                count += 1
                _ = AMIEvent(message)
                _ = ContactDetail(message)
            }
            #expect(count <= bytes.count / 4)
        }
    }
}
