import Vocabulary

extension TelephonySettingsEntry {
    /// What switches a feature off.
    package static let noCode = "none"

    /// The codes that phones dial for features: the standard ones, and the house's own in their place. What is written
    /// down and is no code of a feature counts for nothing.
    package var features: [FeatureCode] {
        let own = Dictionary(featureCodes.compactMap(Self.read)) { _, later in later }
        return FeatureCode.standard.compactMap { standard in
            let text = standard.feature == .voicemail ? voicemailCode : own[standard.feature]
            guard text != Self.noCode else { return nil }
            let code = text.flatMap { try? DialCode($0) } ?? standard.code
            return FeatureCode(code: code, feature: standard.feature, takesDigits: standard.takesDigits)
        }
    }

    /// `wake-up=*50 message=none`, each feature once. The voicemail has a field of its own.
    static func featureCodes(_ text: FieldText) throws(FieldFault) -> [String] {
        var seen: Set<HotelFeature> = []
        var codes: [String] = []
        for part in text.parts {
            guard let (feature, code) = read(part.text), feature != .voicemail else {
                let features = HotelFeature.allCases.filter { $0 != .voicemail }.map(\.rawValue)
                throw part.fault(
                    "\(part.quoted) is no code of a feature; write wake-up=*50, with one of: "
                        + features.joined(separator: ", "))
            }
            guard seen.insert(feature).inserted else { throw part.fault("\(feature.rawValue) is named twice") }
            if code != noCode { _ = try FieldText(part.field, code).dialCode(2...6) }
            codes.append("\(feature.rawValue)=\(code)")
        }
        return codes.sorted()
    }

    private static func read(_ text: String) -> (HotelFeature, String)? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let feature = HotelFeature(rawValue: String(parts[0])) else { return nil }
        return (feature, String(parts[1]))
    }
}
