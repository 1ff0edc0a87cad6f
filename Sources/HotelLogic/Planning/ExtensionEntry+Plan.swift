import Vocabulary

extension ExtensionEntry {
    /// As Asterisk needs to know it; without a password no phone can register.
    func staffExtension(pin: String?) throws(TelephonyFault) -> StaffExtension {
        guard let secret else { throw .notASecret }
        return StaffExtension(
            number: try ExtensionNumber(number), displayName: name, secret: try SIPSecret(secret),
            classOfService: classOfService ?? ClassEntry.staffStandard, ringSeconds: ringSeconds ?? 25,
            callerNumber: try callerNumber.read(PhoneNumber.init),
            emergencyNumber: try emergencyNumber.read(PhoneNumber.init), hasVoicemail: hasVoicemail,
            voicemailPIN: pin, isEnabled: isEnabled)
    }

    func guestExtension(pin: String?) throws(TelephonyFault) -> GuestExtension {
        GuestExtension(
            number: try ExtensionNumber(number), kind: line == .analog ? .analog : .sip, displayName: name,
            secret: try secret.read(SIPSecret.init), ringSeconds: ringSeconds, classOfService: classOfService,
            callerNumber: try callerNumber.read(PhoneNumber.init), hasVoicemail: hasVoicemail, voicemailPIN: pin,
            isEnabled: isEnabled)
    }
}
