import LabKit
import Testing

@Suite struct NetstringTests {
    private static let stream =
        NetstringDecoder.encode(Array("hello".utf8)) + NetstringDecoder.encode([])
        + NetstringDecoder.encode(Array("a, b: c".utf8))

    @Test(arguments: 0...stream.count)
    func `a stream cut anywhere gives the same`(cut: Int) throws {
        var decoder = NetstringDecoder()
        var found: [String] = []
        for part in [Self.stream[..<cut], Self.stream[cut...]] {
            decoder.append(Array(part))
            while let payload = try decoder.next() { found.append(String(decoding: payload, as: UTF8.self)) }
        }
        #expect(found == ["hello", "", "a, b: c"])
    }

    @Test(arguments: ["hello", ":,", "-1:,", "5:helloX", "12345678"])
    func `what is no netstring is refused`(text: String) {
        var decoder = NetstringDecoder()
        decoder.append(Array(text.utf8))
        #expect(throws: NetstringDecoder.Fault.self) { try decoder.next() }
    }

    @Test func `one beyond the limit is refused before it has come`() {
        var decoder = NetstringDecoder()
        decoder.append(Array("\(NetstringDecoder.lengthMax + 1):".utf8))
        #expect(throws: NetstringDecoder.Fault.tooLong(NetstringDecoder.lengthMax + 1)) { try decoder.next() }
        var other = NetstringDecoder()
        other.append(Array("\(NetstringDecoder.lengthMax):".utf8))
        #expect(throws: Never.self) { try other.next() }
    }
}
