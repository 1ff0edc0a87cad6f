import SeededTestKit
import Testing

@testable import Wire

struct AMIEncodingTests {
    @Test func `an action is written with its id`() throws {
        let bytes = try AMIAction.databasePut(family: "room/201", key: "name", value: "Ann: a guest").encoded(id: 7)
        let expected =
            "Action: DBPut\r\nActionID: 7\r\nFamily: room/201\r\nKey: name\r\nVal: Ann: a guest\r\n\r\n"
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: ["a\r\nAction: Command", "a\nb", "a\rb", "a\0b", "\r", "\n"])
    func `a value cannot break out of its line`(value: String) {
        #expect(throws: AMIEncodingError.badValue(name: "Val")) {
            try AMIAction.databasePut(family: "f", key: "k", value: value).encoded(id: 1)
        }
    }

    @Test(arguments: ["", "a b", "a:", "a\r\n", "ä", "a\u{7F}"])
    func `a name is visible letters without a colon`(name: String) {
        #expect(throws: AMIEncodingError.badName(name)) { try AMIMessage([AMIField(name, "x")]).encoded() }
    }

    @Test func `an action that Asterisk would cut off is refused whole`() throws {
        let longest = String(repeating: "x", count: AMIAction.lineBytesMax - 5)
        #expect(try !AMIAction("A", [AMIField("Val", longest)]).encoded(id: 1).isEmpty)
        #expect(throws: AMIEncodingError.lineTooLong(name: "Val", bytes: AMIAction.lineBytesMax + 1)) {
            try AMIAction("A", [AMIField("Val", longest + "x")]).encoded(id: 1)
        }
        let fields = [AMIField](repeating: AMIField("Variable", "a=b"), count: AMIAction.fieldsMax - 2)
        #expect(try !AMIAction("A", fields).encoded(id: 1).isEmpty)
        #expect(throws: AMIEncodingError.tooManyFields(AMIAction.fieldsMax + 1)) {
            try AMIAction("A", fields + fields.prefix(1)).encoded(id: 1)
        }
    }

    @Test func `what is written is read back, whatever the values are`() throws {
        var random = Seeded(seed: 12)
        for _ in 0..<2_000 {
            let fields = (0..<(1 + random.next() % 6)).map { index in
                let value = String(decoding: random.bytes(Int(random.next() % 40)), as: UTF8.self)
                return AMIField("Name\(index)", value)
            }
            guard let bytes = try? AMIMessage(fields).encoded() else { continue }
            var decoder = AMIDecoder(awaitsGreeting: false)
            try decoder.append(bytes)
            let message = try #require(try decoder.nextMessage())
            #expect(message.fields.map(\.name) == fields.map(\.name))
            for (read, written) in zip(message.fields, fields) {
                let value = written.value.first == " " ? written.value.dropFirst(0) : written.value[...]
                #expect(read.value == value)
            }
            #expect(decoder.waitingBytes == 0)
        }
    }
}
