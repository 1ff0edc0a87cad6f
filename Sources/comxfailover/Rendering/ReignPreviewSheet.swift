import Ports
import Vocabulary

/// What a takeover or a giveback would do, before it is done.
struct ReignPreviewSheet {
    let previews: [ReignPreviewReport]
    let isForced: Bool
    let layout: Layout

    private static let indent = 2

    /// Whether none of it would be done.
    var isRefused: Bool { !previews.isEmpty && previews.allSatisfy { isRefused($0) } }

    var text: String { previews.map { lines(of: $0).joined(separator: "\n") }.joined(separator: "\n\n") }

    private func isRefused(_ preview: ReignPreviewReport) -> Bool {
        preview.refusal != nil && !(isForced && preview.forcing != nil)
    }

    private func lines(of preview: ReignPreviewReport) -> [String] {
        let epoch = preview.epoch.map { ", at epoch \($0.rawValue)" } ?? ""
        let former = preview.formerOwner.map { "\($0)" } ?? "unknown"
        let head = layout.paint("\(preview.scope.rawValue)", .strong) + ": \(former) → \(preview.owner)\(epoch)"
        return [head] + objections(to: preview) + moves(of: preview)
    }

    private func objections(to preview: ReignPreviewReport) -> [String] {
        guard let refusal = preview.refusal else { return [] }
        if isForced, let forcing = preview.forcing {
            return Paragraph.lines("FORCED although \(refusal)", indent: Self.indent, on: layout)
                + Paragraph.lines(forcing, indent: Self.indent, on: layout)
        }
        let hint = preview.forcing.map { Paragraph.lines("With --force: \($0)", indent: Self.indent, on: layout) }
        return Paragraph.lines("REFUSED: \(refusal)", indent: Self.indent, on: layout) + (hint ?? [])
    }

    private func moves(of preview: ReignPreviewReport) -> [String] {
        guard !isRefused(preview) else { return [] }
        guard !preview.moves.isEmpty else {
            return Paragraph.lines("No service changes its place.", indent: Self.indent, on: layout)
        }
        let width = preview.moves.map(\.title.printable.displayWidth).max() ?? 0
        return preview.moves.flatMap { move in
            let title = move.title.printable.padded(to: width)
            let lead = "  \(title)  \(Self.place(move.from)) → \(Self.place(move.to))"
            return Paragraph.lines(": " + move.why, lead: lead, indent: 2 * Self.indent, on: layout)
        }
    }

    private static func place(_ word: String) -> String { Mode(rawValue: word)?.description ?? word.printable }
}
