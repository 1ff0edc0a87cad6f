import Foundation

/// The rule for a time zone's name: one that this server knows the history of.
enum TimeZoneName {
    private static let folder = "/usr/share/zoneinfo"

    static func isKnown(_ name: String) -> Bool {
        guard isWellFormed(name) else { return false }
        if name == "UTC" { return true }
        if isZoneFile(folder + "/" + name) { return true }
        return name.contains("/") && TimeZone(identifier: name) != nil
    }

    private static func isWellFormed(_ name: String) -> Bool {
        guard (1...64).contains(name.utf8.count), let first = name.unicodeScalars.first else { return false }
        guard ("A"..."Z").contains(first) || ("a"..."z").contains(first) else { return false }
        return name.unicodeScalars.allSatisfy {
            ("A"..."Z").contains($0) || ("a"..."z").contains($0) || ("0"..."9").contains($0)
                || "/_+-".unicodeScalars.contains($0)
        }
    }

    /// The folder also holds tables in plain text; a zone begins with four letters of its format.
    private static func isZoneFile(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: 4)) == Data("TZif".utf8)
    }
}
