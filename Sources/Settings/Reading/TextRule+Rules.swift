import Foundation
import Vocabulary

extension TextRule {
    static let host = TextRule("an IPv4 or IPv6 address or a host name") { HostName.isSound($0) }

    static let ownHost = TextRule("the one address of this server that the peer reaches") {
        HostName.isSound($0) && !HostName.isWildcard($0)
    }

    static let peerHost = TextRule("the one address of the other server, or nothing for a node alone") {
        HostName.isSound($0) && !HostName.isWildcard($0)
    }

    static let absolutePath = TextRule("an absolute path without \"..\"") { isAbsolutePath($0) }

    static let socketPath = TextRule(
        "an absolute path without \"..\", at most \(PortSettings.socketPathMax) bytes long"
    ) { isAbsolutePath($0) && $0.utf8.count <= PortSettings.socketPathMax }

    /// Secret files may also be named relative to the settings file's folder.
    static let secretPath = TextRule("the path of a file") { isLine($0, lengthMax: pathLengthMax) }

    static let propertyName = TextRule("a name of 1 to 80 characters") { isLine($0, lengthMax: 80) }

    static let accountName = TextRule("a MariaDB account of 1 to 80 characters") { isLine($0, lengthMax: 80) }

    static let timeZone = TextRule("an IANA time zone such as Europe/Vienna") { TimeZoneName.isKnown($0) }

    static let language = TextRule("a language of two small letters such as en") { text in
        text.utf8.count == 2 && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    static let digit = TextRule("one digit") { text in
        text.utf8.count == 1 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    static let extensionNumber = TextRule("an extension of 1 to 16 digits") { (try? ExtensionNumber($0)) != nil }

    static let secret = TextRule("a text on one line of at most \(SecretFile.sizeMax) bytes") {
        isLine($0, lengthMax: SecretFile.sizeMax)
    }

    static let webhook = TextRule("a web address that begins with https://, or with http:// on this machine") { text in
        guard isLine(text, lengthMax: 2_048), text.unicodeScalars.allSatisfy({ $0.isASCII && $0 != " " }) else {
            return false
        }
        let onThisMachine = ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { place in
            text.hasPrefix(place) && [":", "/", nil].contains(text.dropFirst(place.count).first)
        }
        return onThisMachine || (text.hasPrefix("https://") && text.count > "https://".count)
    }

    static let mailAddress = TextRule("a mail address such as reception@hotel.example") { text in
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return isLine(text, lengthMax: 254) && parts.count == 2 && !parts[0].isEmpty
            && HostName.isSound(String(parts[1])) && !text.hasPrefix("-")
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()[],;:\\\"".utf8.contains($0) }
    }

    static let memorySize = TextRule("a number with M or G, at least 16M, such as 128M") { isMemorySize($0) }

    private static let pathLengthMax = 4096

    private static func isLine(_ text: String, lengthMax: Int) -> Bool {
        (1...lengthMax).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    private static func isAbsolutePath(_ text: String) -> Bool {
        guard isLine(text, lengthMax: pathLengthMax), text.hasPrefix("/") else { return false }
        return !text.split(separator: "/").contains("..")
    }

    private static func isMemorySize(_ text: String) -> Bool {
        guard let unit = text.last, let number = Int(text.dropLast()), text.first != "+" else { return false }
        switch unit {
        case "M", "m": return (16...1_048_576).contains(number)
        case "G", "g": return (1...1024).contains(number)
        default: return false
        }
    }
}
