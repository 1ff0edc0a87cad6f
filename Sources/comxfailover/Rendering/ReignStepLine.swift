import Ports
import Vocabulary

/// One step of a takeover or a giveback, as a line.
struct ReignStepLine {
    let step: ReignStepReport
    let layout: Layout

    var text: String {
        let mark =
            switch step.phase {
            case .goes: layout.paint("…", .faint)
            case .done: layout.paint("done", .strong)
            case .refused: layout.paint("refused", .bad)
            case .failed: layout.paint("failed", .bad)
            }
        return "\(mark) \(step.words.printable)"
    }
}
