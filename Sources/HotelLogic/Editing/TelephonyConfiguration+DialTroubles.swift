import Vocabulary

extension TelephonyConfiguration {
    /// Speed dials that would hide another number, or lead nowhere.
    var dialTroubles: [TelephonyTrouble] {
        var taken = reserved
        for number in extensionNumbers { taken[number] = "that of an extension" }
        for group in ringGroups { taken[group.number] = "that of a ring group" }
        // The code of the voicemail is among the reserved ones.
        for code in settings.features where code.feature != .voicemail {
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

    /// Codes of features that mean something else already.
    var featureTroubles: [TelephonyTrouble] {
        var taken = reserved
        for number in extensionNumbers { taken[number] = "that of an extension" }
        for group in ringGroups { taken[group.number] = "that of a ring group" }
        return settings.features.filter { $0.feature != .voicemail }.compactMap { entry in
            let code = entry.code.description
            let owner = taken.updateValue("that of \(entry.feature.rawValue)", forKey: code)
            return owner.map { owner in
                let words = "\(entry.feature.rawValue): the code \(code) is \(owner)"
                return TelephonyTrouble(.telephonySettings, settings.key, words)
            }
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
