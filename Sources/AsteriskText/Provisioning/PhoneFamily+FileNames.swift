import Vocabulary

extension PhoneFamily {
    /// The names by which a device of the family asks for its file, the usual one first.
    package func fileNames(of device: HardwareAddress) -> [String] {
        let mac = device.digits
        return switch self {
        case .yealink: [mac + ".cfg"]
        case .grandstream, .grandstreamGateway: ["cfg" + mac + ".xml"]
        case .poly: [mac + "-comxfailover.cfg"]
        case .cisco: [mac + ".xml", "spa" + mac + ".xml", "spa" + mac + ".cfg", "ata" + mac + ".cfg"]
        case .audiocodes: [mac + ".ini"]
        case .fanvil, .clearlyip: [mac + ".cfg", mac + ".xml"]
        }
    }

    /// A file that a device reads before its own, and that only tells it the name of that; nil for most families.
    package func firstFile(of device: HardwareAddress) -> (name: String, text: String)? {
        guard self == .poly, let next = fileNames(of: device).first else { return nil }
        let text = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <APPLICATION CONFIG_FILES="\(next)"/>

            """
        return (device.digits + ".cfg", text)
    }

    /// The device that a file name asks about, whatever its family; nil where the name has no such form.
    package static func device(inFileName name: some StringProtocol) -> HardwareAddress? {
        guard name.utf8.count <= fileNameLengthMax else { return nil }
        let lowered = name.lowercased()
        for prefix in ["cfg", "spa", "ata", ""] where lowered.hasPrefix(prefix) {
            let rest = lowered.dropFirst(prefix.count)
            let digits = rest.prefix(HardwareAddress.digitCount)
            guard digits.allSatisfy(\.isHexDigit), let mark = rest.dropFirst(digits.count).first else { continue }
            if mark == "." || mark == "-", let device = HardwareAddress(digits) { return device }
        }
        return nil
    }

    /// The longest name of a file that is looked at, in bytes.
    package static let fileNameLengthMax = 64
}
