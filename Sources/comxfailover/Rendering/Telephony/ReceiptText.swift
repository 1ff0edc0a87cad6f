import HotelLogic

/// What an edit of the telephony configuration did, in a line or two.
struct ReceiptText {
    let receipt: TelephonyReceipt

    var text: String { lines.joined(separator: "\n") }

    private var lines: [String] {
        var lines = ["\(subject) \(deed)."]
        if !receipt.roomsAdded.isEmpty {
            lines.append(
                receipt.roomsAdded.count == 1
                    ? "The room \(receipt.roomsAdded[0].printable) is new and was added."
                    : "\(Numbers.grouped(receipt.roomsAdded.count)) rooms are new and were added.")
        }
        if receipt.secretsDrawn > 0 {
            let passwords = Numbers.count(receipt.secretsDrawn, "password was drawn", "passwords were drawn")
            lines.append("\(passwords); see: comxfailover \(place) list --reveal")
        }
        return lines
    }

    /// Guests share a password, which stands in the settings of the house.
    private var place: String {
        receipt.kind == .telephonySettings ? TelephonyKind.telephonySettings.rawValue : receipt.kind.rawValue
    }

    private var isOne: Bool { receipt.keys.count == 1 }

    private var subject: String {
        let subject = receipt.kind.subject(receipt.keys).printable
        return isOne || receipt.kind.isSingle ? "The \(subject)" : subject
    }

    private var deed: String {
        let verb = isOne && !receipt.kind.isSingle && receipt.kind != .personalSettings ? "is" : "are"
        switch receipt.action {
        case .add: return "\(verb) added"
        case .edit: return "\(verb) changed"
        case .put: return "\(verb) imported"
        case .remove: return "\(verb) removed"
        }
    }
}
