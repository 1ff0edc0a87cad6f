/// What somebody set for an extension: forwarding, do-not-disturb, the PIN of the voicemail box.
package struct PersonalEntry: TelephonyEntry {
    package static let kind = TelephonyKind.personalSettings

    /// When calls are forwarded.
    package enum Occasion: String, Sendable, Hashable, CaseIterable {
        case always, busy, unreachable
        case noAnswer = "no-answer"
    }

    /// Where calls go on one occasion.
    package struct Forwarding: Sendable, Hashable, Codable {
        package var target: String
        /// False keeps the target for the next time.
        package var isOn: Bool

        package init(target: String, isOn: Bool = true) {
            self.target = target
            self.isOn = isOn
        }
    }

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case dnd
        case forwardAlways = "forward-always"
        case forwardBusy = "forward-busy"
        case forwardNoAnswer = "forward-no-answer"
        case forwardUnreachable = "forward-unreachable"
        case voicemailPIN = "voicemail-pin"
    }

    package var number: String
    package var always: Forwarding?
    package var busy: Forwarding?
    package var noAnswer: Forwarding?
    package var unreachable: Forwarding?
    /// Of staff; a room has its own. Nil was never set.
    package var doNotDisturb: Bool?
    /// Digits; nil was never set.
    package var voicemailPIN: String?

    package var key: String { number }

    package init(number: String) { self.number = number }

    package init(key: FieldText) throws(FieldFault) { number = try key.extensionNumber() }

    /// Nothing is set.
    package var isEmpty: Bool { self == PersonalEntry(number: number) }

    package subscript(occasion: Occasion) -> Forwarding? {
        get {
            switch occasion {
            case .always: always
            case .busy: busy
            case .noAnswer: noAnswer
            case .unreachable: unreachable
            }
        }
        set {
            switch occasion {
            case .always: always = newValue
            case .busy: busy = newValue
            case .noAnswer: noAnswer = newValue
            case .unreachable: unreachable = newValue
            }
        }
    }

    package var hidingSecrets: Self {
        var copy = self
        copy.voicemailPIN = voicemailPIN.map { _ in FieldText.hiddenSecret }
        return copy
    }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .dnd: doNotDisturb = try text.isEmpty ? nil : text.flag()
        case .forwardAlways: try forward(.always, text)
        case .forwardBusy: try forward(.busy, text)
        case .forwardNoAnswer: try forward(.noAnswer, text)
        case .forwardUnreachable: try forward(.unreachable, text)
        case .voicemailPIN: voicemailPIN = try text.isEmpty ? nil : text.pin()
        }
    }

    /// A number; `off` and `on` keep the one that is there; nothing forgets it.
    private mutating func forward(_ occasion: Occasion, _ text: FieldText) throws(FieldFault) {
        switch text.text.lowercased() {
        case "": self[occasion] = nil
        case "on", "off":
            guard let target = self[occasion]?.target else {
                throw text.fault("no number is set yet; name the number that calls go to")
            }
            self[occasion] = Forwarding(target: target, isOn: text.text.lowercased() == "on")
        default: self[occasion] = Forwarding(target: try text.dialledNumber())
        }
    }
}
