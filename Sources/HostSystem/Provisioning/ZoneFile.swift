import AsteriskText
import Vocabulary
import Wire

/// The system's zone files: what they say of a time zone, for phones and for whoever rings at a time of day.
package enum ZoneFile {
    /// Where Debian puts them.
    package static let standardFolder = "/usr/share/zoneinfo"

    /// The zone as phones are told it; nil where there is no such file, or it ends with nothing that phones know.
    package static func phoneTimeZone(named name: String, folder: String = standardFolder) -> PhoneTimeZone? {
        guard let bytes = bytes(named: name, folder: folder), bytes.starts(with: Array("TZif".utf8)),
            let posix = lastLine(of: bytes)
        else { return nil }
        return PhoneTimeZone(name: name, posix: posix)
    }

    /// What its clocks show at every moment; nil where there is no such file, or it is damaged.
    package static func rules(named name: String, folder: String = standardFolder) -> ZoneRules? {
        bytes(named: name, folder: folder).flatMap { try? ZoneFormat.rules(named: name, $0) }
    }

    private static func bytes(named name: String, folder: String) -> [UInt8]? {
        guard !name.split(separator: "/").contains("..") else { return nil }
        return try? AtomicFile(path: folder + "/" + name).read()
    }

    /// Files since version 2 of the format end with a line that holds the rule for the time to come.
    private static func lastLine(of bytes: [UInt8]) -> String? {
        let end = UInt8(ascii: "\n")
        guard bytes.last == end, let start = bytes.dropLast().lastIndex(of: end) else { return nil }
        return String(validating: bytes[(start + 1)...].dropLast(), as: UTF8.self)
    }
}
