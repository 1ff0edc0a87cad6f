/// The code that is dialled for a feature; with digits behind it, such as `*41` and then a room's state.
package struct FeatureCode: Sendable, Hashable {
    package var code: DialCode
    package var feature: HotelFeature
    /// Whether digits follow the code in the same dialling.
    package var takesDigits: Bool

    package init(code: DialCode, feature: HotelFeature, takesDigits: Bool = false) {
        self.code = code
        self.feature = feature
        self.takesDigits = takesDigits
    }

    /// The codes of a house that chose none of its own.
    package static let standard: [FeatureCode] = [
        FeatureCode(code: DialCode(literal: "*55"), feature: .wakeUp),
        FeatureCode(code: DialCode(literal: "*31"), feature: .setWakeUp, takesDigits: true),
        FeatureCode(code: DialCode(literal: "*30"), feature: .cancelWakeUp),
        FeatureCode(code: DialCode(literal: "*78"), feature: .doNotDisturbOn),
        FeatureCode(code: DialCode(literal: "*79"), feature: .doNotDisturbOff),
        FeatureCode(code: DialCode(literal: "*40"), feature: .housekeeping, takesDigits: true),
        FeatureCode(code: DialCode(literal: "*56"), feature: .roomStatus),
        FeatureCode(code: DialCode(literal: "*57"), feature: .message),
        FeatureCode(code: DialCode(literal: "*41"), feature: .minibar, takesDigits: true),
        FeatureCode(code: DialCode(literal: "*72"), feature: .forwardOn, takesDigits: true),
        FeatureCode(code: DialCode(literal: "*73"), feature: .forwardOff),
        FeatureCode(code: DialCode(literal: "*97"), feature: .voicemail),
    ]
}
