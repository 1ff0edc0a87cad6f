import Foundation
import Testing
import Vocabulary
import Wire

/// Zones as this machine's own files tell them, and files made for a test.
enum ZoneSample {
    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)")))
    }

    static func rules(_ name: String) throws -> ZoneRules { try ZoneFormat.rules(named: name, try bytes(name)) }

    /// A zone whose file says nothing but the rule in its last line.
    static func rules(footer: String, offsetSeconds: Int32 = 0) throws -> ZoneRules {
        try ZoneFormat.rules(named: "Test", file(footer: footer, offsets: [offsetSeconds]))
    }

    /// A file with these changes, from one offset to another by their numbers.
    static func file(
        footer: String, version: Character = "2", offsets: [Int32] = [0], changes: [(second: Int64, kind: UInt8)] = []
    ) -> [UInt8] {
        let mark = Array("TZif\(version)".utf8) + [UInt8](repeating: 0, count: 15)
        let empty = mark + [UInt8](repeating: 0, count: 24)
        let counts = [0, 0, 0, UInt32(changes.count), UInt32(offsets.count), 4]
        var block = mark + counts.flatMap { bytes(of: $0) }
        block += changes.flatMap { bytes(of: $0.second) } + changes.map(\.kind)
        block += offsets.flatMap { bytes(of: $0) + [0, 0] } + Array("UTC\0".utf8)
        return empty + block + Array("\n\(footer)\n".utf8)
    }

    private static func bytes<Number: FixedWidthInteger>(of number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}

extension ZoneRules {
    /// When clocks show the text, as seconds since 1970, and how they show it.
    func moment(_ text: String) throws -> (second: Int64, reading: ClockMoment.Reading) {
        let moment = self.moment(of: try LocalTime(text))
        return (moment.at.rawValue / 1_000_000, moment.reading)
    }

    func shown(at second: Int64) -> String { localTime(at: WallTime(microseconds: second * 1_000_000)).description }
}

extension LocalTime {
    /// From `2026-03-29 02:30`.
    init(_ text: String) throws {
        let parts = text.split(separator: " ").map(String.init)
        self = LocalTime(try CalendarDate(try #require(parts.first)), try TimeOfDay(try #require(parts.last)))
    }
}
