import Ports
import Vocabulary

/// The events of a node in the order in which they come.
struct EventList {
    private static let indent = 42

    let events: [EventReport]
    let now: WallTime
    let layout: Layout

    var text: String { events.isEmpty ? "No events." : events.flatMap(lines).joined(separator: "\n") }

    private func lines(of event: EventReport) -> [String] {
        let when = layout.paint(Span.ago(event.at, now: now).padded(to: 14), .faint)
        let severity = layout.paint(event.severity.rawValue.padded(to: 11), tone(of: event))
        let kind = layout.paint(event.kind.rawValue.padded(to: 11), .strong)
        let first = Paragraph.lines(event.words, indent: Self.indent, on: layout)
        let rest = event.evidence.flatMap {
            Paragraph.lines($0, lead: Self.bullet, indent: Self.indent + 2, on: layout)
        }
        return ["\(when)  \(severity)  \(kind)  " + first[0].dropFirst(Self.indent)] + first.dropFirst() + rest
    }

    private func tone(of event: EventReport) -> Tone {
        switch event.severity {
        case .information: event.isOver ? .good : .plain
        case .warning: .caution
        case .alert: .bad
        }
    }

    private static let bullet = String(repeating: " ", count: indent) + "- "
}
