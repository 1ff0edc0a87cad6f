import HotelLogic
import Ports
import Vocabulary

/// What became of each wake-up of a request, as the desk is told.
struct WakeUpReceiptText {
    let receipt: WakeUpReceipt

    var text: String {
        (receipt.lines.flatMap(lines) + [SafetyText.sentence(receipt.safety)]).joined(separator: "\n")
    }

    private func lines(of line: WakeUpReceipt.Line) -> [String] {
        let days = line.firstDate == line.lastDate ? "\(line.firstDate)" : "daily"
        let end = line.firstDate == line.lastDate ? "" : " from \(line.firstDate) through \(line.lastDate)"
        return ["\(line.wakeUp): room \(line.room), \(days) at \(line.time)\(end)\(suffix(line.outcome))"]
            + line.notes.map { "  note: \($0.printable)" }
    }

    private func suffix(_ outcome: WakeUpAnswer.Outcome) -> String {
        switch outcome {
        case .set: " is set."
        case .already: " was set already."
        case .changed: ": changed."
        case .cancelled: " is cancelled."
        }
    }
}
