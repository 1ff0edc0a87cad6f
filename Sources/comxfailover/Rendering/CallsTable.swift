import HotelLogic
import Ports
import Vocabulary

/// Call records, one a line.
struct CallsTable {
    let calls: [CallReport]
    /// The moment that relative times count from.
    let now: WallTime
    let layout: Layout

    var text: String { calls.isEmpty ? "No calls." : lines.joined(separator: "\n") }

    /// The headings, then the calls in their order.
    var lines: [String] {
        var table = TextTable([
            .init(heading: "BEGAN"), .init(heading: "FROM", shrinks: true), .init(heading: "DIALLED", shrinks: true),
            .init(heading: "REACHED", shrinks: true, spare: 2), .init(heading: "ROOM"),
            .init(heading: "KIND", spare: 1), .init(heading: "TRUNK", shrinks: true, spare: 3),
            .init(heading: "OUTCOME"), .init(heading: "RANG", right: true, spare: 4),
            .init(heading: "TALKED", right: true), .init(heading: "NODE", spare: 5),
        ])
        for call in calls {
            table.add([
                .init(Span.ago(call.startedAt, now: now)), .init(call.calling), .init(call.dialled),
                .init(call.called), .init(call.room ?? "-"), .init(call.direction.rawValue),
                .init(call.trunk ?? "-"), .init(call.outcome.rawValue, tone(of: call.outcome)),
                .init(Span.words(seconds: Double(call.ringMilliseconds) / 1_000)),
                .init(call.answeredAt == nil ? "-" : Span.words(seconds: Double(call.talkMilliseconds) / 1_000)),
                .init(call.node.description),
            ])
        }
        return table.lines(on: layout)
    }

    private func tone(of outcome: CallEntry.Outcome) -> Tone {
        switch outcome {
        case .answered: .plain
        case .busy, .noAnswer, .refused: .faint
        case .failed: .caution
        case .interrupted: .bad
        }
    }
}
