import Vocabulary

/// The format of the system's zone files, TZif (RFC 9636): bytes in, the rules of a time zone out.
///
/// A file holds the moments at which clocks were and will be set, and ends with a rule for the years after them. The
/// rule is written out here up to the calendar's end, so that everybody else needs to know moments only.
package enum ZoneFormat {
    /// The longest file; those of the zone database have a few thousand bytes.
    package static let bytesMax = 1 << 18

    package static func rules(named name: String, _ bytes: [UInt8]) throws(ZoneFormatFault) -> ZoneRules {
        guard bytes.count <= bytesMax else { throw .tooLong(bytes: bytes.count) }
        var reader = ByteReader(bytes[...])
        // The first block repeats the second in a narrower form for readers of long ago.
        let former = try ZoneBlockHeader(&reader)
        guard former.version >= UInt8(ascii: "2") else { throw .tooOld(version: former.version) }
        guard reader.skip(former.length(timeWidth: 4)) else { throw .cutOff }
        let block = try ZoneBlock(&reader, try ZoneBlockHeader(&reader))
        var changes = block.changes
        if let rule = try footer(reader.rest) {
            let last = changes.last?.second ?? Int64.min
            changes += rule.changes.filter { $0.second > last }
        }
        return rules(named: name, block.firstOffsetSeconds, changes)
    }

    /// Leaves out what lies before the calendar's beginning, and changes that change no offset.
    private static func rules(
        named name: String, _ firstOffsetSeconds: Int, _ changes: [ZoneRules.Change]
    ) -> ZoneRules {
        var first = firstOffsetSeconds
        var kept: [ZoneRules.Change] = []
        for change in changes {
            if change.second < 0 {
                first = change.offsetSeconds
            } else if change.offsetSeconds != kept.last?.offsetSeconds ?? first {
                kept.append(change)
            }
        }
        return ZoneRules(name: name, firstOffsetSeconds: first, changes: kept)
    }

    /// The rule stands between two line ends; nothing between them is no rule.
    private static func footer(_ bytes: ArraySlice<UInt8>) throws(ZoneFormatFault) -> YearlyRule? {
        let end = UInt8(ascii: "\n")
        guard bytes.count >= 2, bytes.first == end, bytes.last == end else { throw .cutOff }
        let line = bytes.dropFirst().dropLast()
        guard !line.isEmpty else { return nil }
        let text = String(decoding: line.prefix(YearlyRule.lengthMax + 1), as: UTF8.self)
        guard let rule = YearlyRule(text) else { throw .badRule(text) }
        return rule
    }
}
