import Foundation
import Vocabulary

/// Where a verb writes, and what it knows of the reader's end.
struct Screen: Sendable {
    let layout: Layout
    /// Lines can be drawn again in place.
    let isTerminal: Bool
    /// Lines of the terminal; nil where nothing limits a sheet.
    let height: Int?
    /// The caller wants the values themselves.
    let wantsJSON: Bool
    private let clock: @Sendable () -> WallTime
    private let put: @Sendable (String) -> Void

    init(
        layout: Layout, isTerminal: Bool, height: Int? = nil, wantsJSON: Bool,
        clock: @escaping @Sendable () -> WallTime, put: @escaping @Sendable (String) -> Void
    ) {
        self.layout = layout
        self.isTerminal = isTerminal
        self.height = height
        self.wantsJSON = wantsJSON
        self.clock = clock
        self.put = put
    }

    /// The present moment.
    var now: WallTime { clock() }

    /// Writes a text and a line's end.
    func show(_ text: String) { put(text + "\n") }

    /// Empties the terminal.
    func clear() { put("\u{1b}[H\u{1b}[2J") }

    /// Draws one line over the line before.
    func redraw(_ line: String) { put("\r\(line)\u{1b}[K") }

    /// Draws a whole sheet over the sheet before, without flicker, and cut where the terminal ends.
    func redrawSheet(_ lines: [String]) {
        let visible = height.map { Array(lines.prefix(max(1, $0 - 1))) } ?? lines
        put("\u{1b}[H" + visible.map { "\($0)\u{1b}[K\n" }.joined() + "\u{1b}[J")
    }

    /// Writes the value as JSON where that is wanted, and the text otherwise.
    func show(_ value: some Encodable, or text: @autoclosure () -> String) throws {
        show(wantsJSON ? try JSONText.pretty(value) : text())
    }
}
