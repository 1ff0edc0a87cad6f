import Vocabulary

extension TelephonyConfiguration {
    /// Speed dials that would hide another number, or lead nowhere.
    var dialTroubles: [TelephonyTrouble] {
        var taken = reserved
        for number in extensionNumbers { taken[number] = "that of an extension" }
        for group in ringGroups { taken[group.number] = "that of a ring group" }
        // The house may choose its own code for the voicemail, which is among the reserved ones.
        for code in FeatureCode.standard where code.feature != .voicemail {
            taken[code.code.description] = "the code of a feature"
        }
        return speedDials.compactMap { entry in
            if let owner = taken[entry.code] {
                return TelephonyTrouble(.speedDials, entry.code, "the code is \(owner)")
            }
            guard speedDials.contains(where: { $0.code == entry.number }) else { return nil }
            return TelephonyTrouble(.speedDials, entry.code, "it dials another speed dial")
        }
    }

    /// Personal settings that make no sense for their extension.
    var personalTroubles: [TelephonyTrouble] {
        let guests = Set(extensions.filter { $0.party == .guest }.map(\.number))
        return personal.flatMap { entry in
            var words: [String] = []
            if entry.doNotDisturb != nil, guests.contains(entry.number) {
                words.append("do-not-disturb of a room belongs to its stay, not to its extension")
            }
            if PersonalEntry.Occasion.allCases.contains(where: { entry[$0]?.target == entry.number }) {
                words.append("its calls would be forwarded to itself")
            }
            return words.map { TelephonyTrouble(.personalSettings, entry.number, $0) }
        }
    }
}
