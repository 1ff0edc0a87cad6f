/// The rule for a further option of the private MariaDB.
enum ServerOption {
    /// What the node sets itself and nobody may set beside it.
    static let reserved = ["bind-address", "datadir", "pid-file", "port", "socket", "ssl-ca", "ssl-cert", "ssl-key"]

    private static let lengthMax = 200

    /// Whether `text` is `name` or `name=value`, without leading hyphens, and not reserved.
    static func isAllowed(_ text: String) -> Bool {
        guard text.utf8.count <= lengthMax, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return false }
        let name = text.prefix { $0 != "=" }
        guard let first = name.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
        let sound = name.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
        }
        return sound && !reserved.contains(String(name.map { $0 == "_" ? "-" : $0 }))
    }
}
