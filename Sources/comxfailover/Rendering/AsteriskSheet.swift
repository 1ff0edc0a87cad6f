import Ports
import Vocabulary

/// Asterisk on one sheet: itself, what it has loaded, its trunks, and the phones that are registered here.
struct AsteriskSheet {
    /// Extensions without a phone that are named; the others are counted.
    private static let namedMax = 12

    let report: AsteriskReport
    /// The moment that relative times count from.
    let now: WallTime
    let layout: Layout

    var text: String { lines.joined(separator: "\n") }

    private var lines: [String] { header + loaded + refusal + trunks + contacts + withoutPhone }

    private var header: [String] {
        let situation = layout.paint(report.situation.printable, Tone(state: report.situation))
        var head = "\(layout.paint("Asterisk", .strong))  \(situation)"
        if let program = report.program {
            head += ", version \(program.version.printable)"
            head += program.uptimeSeconds.map { ", up \(Span.words(seconds: Double($0)))" } ?? ""
            head += ", \(Numbers.count(program.channels, "channel", "channels"))"
            head += ", \(Numbers.count(program.callsProcessed, "call", "calls")) since its start"
        }
        return [head] + (report.words.map { Paragraph.lines($0, indent: 2, on: layout) } ?? [])
    }

    private var loaded: [String] {
        let wanted = report.generationWanted ?? "not known yet"
        if report.isLoaded { return ["  loaded    \(layout.paint("generation \(wanted.printable)", .good))"] }
        return [
            "  wanted    generation \(wanted.printable)",
            "  loaded    "
                + layout.paint(
                    "SIP \(report.generationLoadedSIP?.printable ?? "none of ours"), "
                        + "dialplan \(report.generationLoadedDialplan?.printable ?? "none of ours")", .bad),
        ]
    }

    private var refusal: [String] {
        guard let refusal = report.lastRefusal else { return [] }
        let words = "\(refusal.words) (\(Span.ago(refusal.at, now: now)))"
        return Paragraph.lines(words, lead: "  refused   ", indent: 12, on: layout)
            .map { layout.paint($0, report.isLoaded ? .faint : .bad) }
    }

    private var trunks: [String] {
        guard !report.trunks.isEmpty else { return [] }
        var table = TextTable([
            .init(heading: "TRUNK", shrinks: true), .init(heading: "STATE"), .init(heading: "ROUND TRIP", right: true),
        ])
        for trunk in report.trunks {
            table.add([
                .init(trunk.endpoint), .init(trunk.state, Tone(state: trunk.state)),
                .init(trunk.roundTripMilliseconds.map(Numbers.milliseconds) ?? "-"),
            ])
        }
        return [""] + table.lines(on: layout)
    }

    private var contacts: [String] {
        guard report.program != nil else { return [] }
        guard !report.contacts.isEmpty else { return ["", "No phone is registered here."] }
        var table = TextTable([
            .init(heading: "EXTENSION"), .init(heading: "STATE"), .init(heading: "ROUND TRIP", right: true),
            .init(heading: "EXPIRES", spare: 2), .init(heading: "CONTACT", shrinks: true),
            .init(heading: "PHONE", shrinks: true, spare: 1),
        ])
        for contact in report.contacts {
            table.add([
                .init(contact.endpoint), .init(contact.state, Tone(state: contact.state)),
                .init(contact.roundTripMilliseconds.map(Numbers.milliseconds) ?? "-"),
                .init(contact.expires.map { Span.ago($0, now: now) } ?? "-"), .init(contact.uri),
                .init(contact.userAgent),
            ])
        }
        return [""] + table.lines(on: layout)
    }

    private var withoutPhone: [String] {
        guard let numbers = report.extensionsWithoutPhone, !numbers.isEmpty else { return [] }
        let more = numbers.count > Self.namedMax ? ", and \(Numbers.grouped(numbers.count - Self.namedMax)) more" : ""
        let list = numbers.prefix(Self.namedMax).map(\.printable).joined(separator: ", ") + more
        return [""] + Paragraph.lines(list, lead: "Without a phone here: ", indent: 4, on: layout)
    }
}
