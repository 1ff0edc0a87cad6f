import Vocabulary

extension ExtensionEntry {
    /// How many phones of an extension may be registered at once; all that are written down may, were they more.
    private static let phonesAtOnce = 4

    /// As Asterisk needs to know it; without a password no phone can register.
    func staffExtension(pin: String?) throws(TelephonyFault) -> StaffExtension {
        guard let secret else { throw .notASecret }
        return StaffExtension(
            number: try ExtensionNumber(number), displayName: name, secret: try SIPSecret(secret),
            classOfService: classOfService ?? ClassEntry.staffStandard, ringSeconds: ringSeconds ?? 25,
            callerNumber: try callerNumber.read(PhoneNumber.init),
            emergencyNumber: try emergencyNumber.read(PhoneNumber.init), hasVoicemail: hasVoicemail,
            voicemailPIN: pin, isEnabled: isEnabled, phonesMax: max(Self.phonesAtOnce, phones.count))
    }

    func guestExtension(pin: String?) throws(TelephonyFault) -> GuestExtension {
        GuestExtension(
            number: try ExtensionNumber(number), kind: line == .analog ? .analog : .sip, displayName: name,
            secret: try secret.read(SIPSecret.init), ringSeconds: ringSeconds, classOfService: classOfService,
            callerNumber: try callerNumber.read(PhoneNumber.init), hasVoicemail: hasVoicemail, voicemailPIN: pin,
            isEnabled: isEnabled, phonesMax: max(Self.phonesAtOnce, phones.count))
    }
}
