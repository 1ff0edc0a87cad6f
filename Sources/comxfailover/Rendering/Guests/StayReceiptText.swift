import Ports

/// What became of a request about a stay or a room, as the desk is told.
struct StayReceiptText {
    let receipt: StayReceipt
    /// What was done, in a sentence.
    let words: String

    var text: String {
        let first = receipt.isChanged ? words.printable : "Nothing changed: it was so already."
        return ([first] + wakeUps + [SafetyText.sentence(receipt.safety)]).joined(separator: "\n")
    }

    private var wakeUps: [String] {
        StayReceipt.WakeUpLine.Outcome.allCases.compactMap { outcome in
            let lines = receipt.wakeUps.filter { $0.outcome == outcome }
            guard !lines.isEmpty else { return nil }
            let count = Numbers.count(UInt64(lines.count), "wake-up", "wake-ups")
            switch outcome {
            case .moved: return "\(count) went along to room \(lines[0].room)."
            case .cancelled: return "\(count) cancelled: nobody is there to be woken."
            }
        }
    }
}
