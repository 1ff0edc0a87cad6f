import Ports
import Vocabulary

/// The peer and every path to it.
struct PeerTable {
    let report: PeerReport?
    let now: WallTime
    let layout: Layout

    var lines: [String] {
        guard let report else { return [layout.paint("No peer is named in the settings.", .faint)] }
        return [heading(report)] + explanation(report) + paths(report) + dropped(report)
    }

    private func heading(_ peer: PeerReport) -> String {
        let state = layout.paint(peer.state.printable, Tone(state: peer.state))
        let since = peer.since.map { " for \(Span.since($0, now: now))" } ?? ""
        let version = peer.softwareVersion.map { ", version \($0.printable)" } ?? ""
        return "\(layout.paint("Peer", .strong))  \(peer.mode) at \(peer.address.printable): \(state)\(since)\(version)"
    }

    private func explanation(_ peer: PeerReport) -> [String] {
        let words = peer.words.map { Paragraph.lines($0, indent: 2, on: layout) } ?? []
        let cure = peer.cure.map { Paragraph.lines($0, lead: "  -> ", indent: 5, on: layout) } ?? []
        return words.map { layout.paint($0, Tone(state: peer.state)) } + cure
    }

    private func paths(_ peer: PeerReport) -> [String] {
        guard !peer.paths.isEmpty else { return [] }
        var table = TextTable(
            [
                .init(heading: "PATH"), .init(heading: "STATE"), .init(heading: "ROUND TRIP", right: true),
                .init(heading: "LAST SUCCESS"), .init(heading: "LAST ERROR", shrinks: true),
            ], indent: 2)
        for path in peer.paths {
            table.add([
                .init(path.path.rawValue), .init(path.state.rawValue, Tone(state: path.state.rawValue)),
                .init(path.roundTripMilliseconds.map(Numbers.milliseconds) ?? "-"),
                .init(path.lastSuccess.map { Span.ago($0, now: now) } ?? "never"),
                .init(error(of: path), path.state == .up ? .faint : .plain),
            ])
        }
        let lines = table.lines(on: layout)
        return lines + peer.paths.flatMap { cutError(of: $0, in: lines) }
    }

    /// The whole error of a path that does not work, where the table had to cut it: its end has the number.
    private func cutError(of path: PathReport, in table: [String]) -> [String] {
        let words = error(of: path).printable
        guard path.state != .up, !words.isEmpty, !table.contains(where: { $0.contains(words) }) else { return [] }
        return Paragraph.lines(words, lead: "  \(path.path.rawValue): ", indent: 4, on: layout)
    }

    private func error(of path: PathReport) -> String {
        guard let words = path.lastError else { return "" }
        return path.lastFailure.map { "\(words), \(Span.ago($0, now: now))" } ?? words
    }

    private func dropped(_ peer: PeerReport) -> [String] {
        let reasons = peer.droppedDatagrams.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        guard !reasons.isEmpty else { return [] }
        let list = reasons.map { "\(Numbers.grouped($0.value)) \($0.key)" }.joined(separator: ", ")
        return Paragraph.lines(list, lead: "  datagrams dropped: ", indent: 4, on: layout)
    }
}
