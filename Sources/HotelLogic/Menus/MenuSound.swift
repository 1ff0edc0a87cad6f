/// A recording of Asterisk's own sounds, by the name of its file. No other sounds are needed.
package enum MenuSound: String, Sendable, Hashable, CaseIterable {
    case activated
    case added
    case agentNumber = "agent-user"
    case beep
    case cancelled
    case deactivated = "de-activated"
    case disabled
    case doNotDisturb = "do-not-disturb"
    case forwarding = "call-fwd-unconditional"
    case goodbye = "vm-goodbye"
    case isSetTo = "is-set-to"
    case location
    case messages = "vm-messages"
    case no = "vm-no"
    case notAvailable = "feature-not-avail-line"
    case number
    case pressForCorrect = "if-correct-press"
    case pressOneForMessages = "vm-instructions"
    case pressOneToEnter = "vm-toenternumber"
    case pressStarToCancel = "vm-star-cancel"
    case pressZeroForDesk = "vm-reachoper"
    case silence = "silence/1"
    case sorry = "im-sorry"
    case time
    case today = "digits/today"
    case tomorrow = "digits/tomorrow"
    case tryAgain = "pm-invalid-option"
    case tryLater = "please-try-call-later"
    case wasSuccessfully = "num-was-successfully"
    case youEntered = "you-entered"
    case youHave = "vm-youhave"
}
