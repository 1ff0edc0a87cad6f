extension PhoneFamily {
    /// The family that a model belongs to, from its name as an administrator writes it: `Yealink T46U`, `ht814`,
    /// or the family's own name; nil where nothing is known of it.
    package init?(model: String) {
        let name = model.lowercased()
        let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if let family = PhoneFamily(rawValue: words.joined(separator: "-")) {
            self = family
            return
        }
        let known = Self.gatewayBeginnings + Self.makers + Self.modelBeginnings
        for (beginning, family) in known where words.contains(where: { $0.hasPrefix(beginning) }) {
            self = family
            return
        }
        guard let family = words.lazy.compactMap(Self.family(ofNumbered:)).first else { return nil }
        self = family
    }

    /// A gateway is one whoever made it, so these come before the makers.
    private static let gatewayBeginnings: [(String, PhoneFamily)] = [
        ("ht5", .grandstreamGateway), ("ht7", .grandstreamGateway), ("ht8", .grandstreamGateway),
        ("gxw4", .grandstreamGateway),
    ]

    private static let makers: [(String, PhoneFamily)] = [
        ("yealink", .yealink), ("grandstream", .grandstream), ("poly", .poly), ("cisco", .cisco),
        ("linksys", .cisco), ("audiocodes", .audiocodes), ("fanvil", .fanvil), ("clearlyip", .clearlyip),
    ]

    private static let modelBeginnings: [(String, PhoneFamily)] = [
        ("gxp", .grandstream), ("grp", .grandstream), ("gxv", .grandstream), ("vvx", .poly), ("ccx", .poly),
        ("soundpoint", .poly), ("spa", .cisco), ("ata19", .cisco), ("mediapack", .audiocodes), ("mp1", .audiocodes),
        ("cip", .clearlyip),
    ]

    /// Yealink's phones are a T and two digits, Fanvil's an X, H or V and digits.
    private static func family(ofNumbered word: String) -> PhoneFamily? {
        guard let letter = word.first, word.dropFirst().first?.isNumber == true else { return nil }
        switch letter {
        case "t" where word.dropFirst(2).first?.isNumber == true: return .yealink
        case "x", "h", "v": return .fanvil
        default: return nil
        }
    }
}
