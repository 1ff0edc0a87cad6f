import CMariaDB
import Testing

@testable import MariaStore

/// The bytes of a row, as a broken or hostile server might send them: never a crash, never a read behind the end.
@Suite struct DecodingTests {
    private func reading<Result>(_ bytes: [UInt8], _ body: (inout BoundedBytes) -> Result) -> Result {
        // One byte more than may be read, so that even an empty input has an address.
        (bytes + [0xEE]).withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("a byte without an address") }
            var bounded = BoundedBytes(from: start, to: start + bytes.count)
            return body(&bounded)
        }
    }

    @Test func `a number that is cut short is none`() {
        #expect(reading([1, 2, 3]) { $0.integer(UInt32.self) } == nil)
        #expect(reading([1, 2, 3, 4]) { $0.integer(UInt32.self) } == 0x0403_0201)
    }

    @Test(
        arguments: [
            [], [1], [250, 0], [251], [252, 1], [252, 1, 0], [253, 1, 0], [253, 0, 0, 1, 7], [255],
        ] as [[UInt8]])
    func `a string whose length or content is cut short is none`(_ bytes: [UInt8]) {
        #expect(reading(bytes) { $0.string().map { Array($0) } } == nil)
    }

    @Test func `a length beyond every memory is none`() {
        #expect(reading([254] + Array(repeating: 0xFF, count: 8)) { $0.string() == nil })
        #expect(reading([254, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1]) { $0.string() == nil })
    }

    @Test func `each form of a length is read`() {
        for (prefix, count) in [([3], 3), ([252, 0x2C, 1], 300), ([253, 0x70, 0x11, 1], 70_000)] as [([UInt8], Int)] {
            let read = reading(prefix + Array(repeating: 9, count: count + 1)) { $0.string().map(\.count) }
            #expect(read == count)
        }
    }

    @Test func `any bytes in any column are a value or none`() {
        var generator = SystemRandomNumberGenerator()
        let types = [
            MYSQL_TYPE_TINY, MYSQL_TYPE_SHORT, MYSQL_TYPE_LONG, MYSQL_TYPE_LONGLONG, MYSQL_TYPE_FLOAT,
            MYSQL_TYPE_DOUBLE, MYSQL_TYPE_DATE, MYSQL_TYPE_TIME, MYSQL_TYPE_DATETIME, MYSQL_TYPE_TIMESTAMP,
            MYSQL_TYPE_BIT, MYSQL_TYPE_NEWDECIMAL, MYSQL_TYPE_VAR_STRING, MYSQL_TYPE_NULL,
        ]
        for round in 0..<20_000 {
            var field = MYSQL_FIELD()
            field.type = types[round % types.count]
            field.charsetnr = round % 2 == 0 ? 63 : 45
            field.decimals = UInt32.random(in: 0...40, using: &generator)
            let column = ResultColumn(field)
            var bytes = (0..<Int.random(in: 0...16)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if round % 3 == 0, !bytes.isEmpty { bytes[0] = UInt8(bytes.count - 1) }
            _ = reading(bytes) { column.value(from: &$0) }
        }
    }
}
