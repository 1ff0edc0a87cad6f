import Ports
import Vocabulary

/// The decisions of a node with their evidence, newest first.
struct DecisionList {
    let decisions: [DecisionReport]
    let now: WallTime
    let layout: Layout

    var text: String {
        decisions.isEmpty ? "No decisions yet." : decisions.flatMap(lines).joined(separator: "\n")
    }

    private func lines(of decision: DecisionReport) -> [String] {
        let when = Span.ago(decision.at, now: now).padded(to: 12)
        let subject = decision.subject.printable.padded(to: 9)
        let lead = "\(layout.paint(when, .faint))  \(layout.paint(subject, .strong))  "
        let first = Paragraph.lines(decision.decision, indent: 25, on: layout)
        let rest = decision.evidence.flatMap { Paragraph.lines($0, lead: Self.bullet, indent: 27, on: layout) }
        return [lead + first[0].dropFirst(25)] + first.dropFirst() + rest
    }

    private static let bullet = String(repeating: " ", count: 25) + "- "
}
