/// What a line of the wake-up ledger says, in the words of its table.
enum WakeUpEventKind: String, CaseIterable {
    case set
    case changed
    case moved
    case cancelled
    case claimed
    case rang
    case answered
    case snoozed
    case failed
    case lapsed
    case handedOver = "handed-over"
    case givenUp = "given-up"
    case reported
    case disagreementTold = "disagreement-told"
}
