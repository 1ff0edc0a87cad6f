/// `asterisk.conf`, which holds the host's own folders and is never rendered.
package enum MainFile {
    /// Its name in the configuration folder.
    package static let name = "asterisk.conf"
    /// Where Asterisk keeps its log unless told otherwise.
    package static let standardLogFolder = "/var/log/asterisk"
    /// Where it keeps voicemail.
    package static let standardSpoolFolder = "/var/spool/asterisk"

    /// The log folder that its text names.
    package static func logFolder(in text: String) -> String? { folder("astlogdir", in: text) }

    /// The spool folder that its text names.
    package static func spoolFolder(in text: String) -> String? { folder("astspooldir", in: text) }

    private static func folder(_ wanted: String, in text: String) -> String? {
        var isInside = false
        var folder: String?
        for line in text.split(separator: "\n") {
            let words = line.prefix { $0 != ";" }
            if words.hasPrefix("[") {
                isInside = words.hasPrefix("[directories]")
            } else if isInside, let equals = words.firstIndex(of: "=") {
                let name = words[..<equals].filter { $0 != " " }
                let value = words[equals...].dropFirst().drop { $0 == ">" || $0 == " " }
                if name == wanted { folder = trimmed(value) }
            }
        }
        return folder.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    private static func trimmed(_ value: Substring) -> String {
        var value = value
        while let last = value.last, last == " " || last == "\r" || last == "\t" { value.removeLast() }
        return String(value)
    }
}
