/// Dates and times of the binary protocol as the text MariaDB itself writes, zero and partial dates included.
enum TemporalText {
    /// `YYYY-MM-DD`; nil where the bytes are none of the lengths a date may have.
    static func date(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard [0, 4, 7, 11].contains(bytes.count) else { return nil }
        return text { writer in writer.date(bytes) }
    }

    /// `YYYY-MM-DD hh:mm:ss` and as many digits of the second as the column has.
    static func dateTime(_ bytes: UnsafeRawBufferPointer, decimals: Int) -> String? {
        guard [0, 4, 7, 11].contains(bytes.count) else { return nil }
        return text { writer in
            writer.date(bytes)
            writer.byte(0x20)
            writer.clock(bytes, hours: bytes.count >= 7 ? Int(bytes[4]) : 0, minuteAt: 5, fractionAt: 7, decimals)
        }
    }

    /// `[-]hh:mm:ss`, with hours up to 838, and as many digits of the second as the column has.
    static func time(_ bytes: UnsafeRawBufferPointer, decimals: Int) -> String? {
        guard [0, 8, 12].contains(bytes.count) else { return nil }
        return text { writer in
            var hours = 0
            if bytes.count >= 8 {
                if bytes[0] != 0 { writer.byte(0x2D) }
                hours = Int(bytes.loadUnaligned(fromByteOffset: 1, as: UInt32.self) & 0xFFFF) * 24 + Int(bytes[5])
            }
            writer.clock(bytes, hours: hours, minuteAt: 6, fractionAt: 8, decimals)
        }
    }

    private static func text(_ write: (inout DigitWriter) -> Void) -> String {
        String(unsafeUninitializedCapacity: DigitWriter.capacity) { buffer in
            var writer = DigitWriter(buffer)
            write(&writer)
            return writer.count
        }
    }
}

extension DigitWriter {
    fileprivate mutating func date(_ bytes: UnsafeRawBufferPointer) {
        let isZero = bytes.count < 4
        number(isZero ? 0 : Int(bytes.loadUnaligned(as: UInt16.self)), digits: 4)
        byte(0x2D)
        number(isZero ? 0 : Int(bytes[2]), digits: 2)
        byte(0x2D)
        number(isZero ? 0 : Int(bytes[3]), digits: 2)
    }

    /// Hours, minutes and seconds, then the fraction: `decimals` digits, or six where the server does not say.
    fileprivate mutating func clock(
        _ bytes: UnsafeRawBufferPointer, hours: Int, minuteAt: Int, fractionAt: Int, _ decimals: Int
    ) {
        let hasClock = bytes.count > minuteAt
        let hasFraction = bytes.count > fractionAt
        number(hours, digits: hours > 99 ? 3 : 2)
        byte(0x3A)
        number(hasClock ? Int(bytes[minuteAt]) : 0, digits: 2)
        byte(0x3A)
        number(hasClock ? Int(bytes[minuteAt + 1]) : 0, digits: 2)
        let digits = decimals <= 6 ? decimals : hasFraction ? 6 : 0
        guard digits > 0 else { return }
        let micros = hasFraction ? Int(bytes.loadUnaligned(fromByteOffset: fractionAt, as: UInt32.self)) : 0
        byte(0x2E)
        number(micros, digits: 6)
        drop(6 - digits)
    }
}
