/// Rows in aligned columns under their headings, made to fit the sheet.
///
/// Where the sheet is too narrow, spare columns are left out first, the most spare one before the others; then the
/// columns that may shrink are cut, the widest first, and never below `shrunkMin`.
struct TextTable: Sendable, Hashable {
    /// One column.
    struct Column: Sendable, Hashable {
        let heading: String
        /// Numbers stand at the right.
        var right = false
        var shrinks = false
        /// How well it can be done without: 0 for a column that always stays.
        var spare = 0
    }

    /// One cell.
    struct Cell: Sendable, Hashable {
        let text: String
        let tone: Tone

        init(_ text: String, _ tone: Tone = .plain) {
            self.text = text.printable
            self.tone = tone
        }
    }

    /// No column is cut below this width.
    static let shrunkMin = 8
    private static let gap = 2

    private let columns: [Column]
    private let indent: Int
    private var rows: [[Cell]] = []

    init(_ columns: [Column], indent: Int = 0) {
        self.columns = columns
        self.indent = indent
    }

    mutating func add(_ cells: [Cell]) {
        precondition(cells.count == columns.count, "a row of \(cells.count) cells in \(columns.count) columns")
        rows.append(cells)
    }

    /// The lines of the table, headings first.
    func lines(on layout: Layout) -> [String] {
        let widths = fittedWidths(layout.width)
        let headings = columns.map { Cell($0.heading, .faint) }
        return ([headings] + rows).map { line(of: $0, widths: widths, on: layout) }
    }

    /// `widths` has nil for a column that is left out.
    private func line(of cells: [Cell], widths: [Int?], on layout: Layout) -> String {
        let pieces = columns.indices.compactMap { index in
            widths[index].map { piece(cells[index], right: columns[index].right, width: $0, on: layout) }
        }
        let gap = String(repeating: " ", count: Self.gap)
        return (String(repeating: " ", count: indent) + pieces.joined(separator: gap)).withoutTrailingBlanks
    }

    private func piece(_ cell: Cell, right: Bool, width: Int, on layout: Layout) -> String {
        let text = cell.text.truncated(to: width)
        let blanks = String(repeating: " ", count: width - text.displayWidth)
        let painted = layout.paint(text, cell.tone)
        return right ? blanks + painted : painted + blanks
    }

    private func fittedWidths(_ available: Int?) -> [Int?] {
        var widths: [Int?] = columns.indices.map { index in
            rows.map { $0[index].text.displayWidth }.reduce(columns[index].heading.displayWidth, max)
        }
        guard let available else { return widths }
        while excess(of: widths, over: available) > 0, let index = mostSpare(of: widths) { widths[index] = nil }
        while excess(of: widths, over: available) > 0, let index = widestShrinking(of: widths) {
            widths[index]? -= 1
        }
        return widths
    }

    private func excess(of widths: [Int?], over available: Int) -> Int {
        let shown = widths.compactMap(\.self)
        return indent + shown.reduce(0, +) + Self.gap * (shown.count - 1) - available
    }

    private func mostSpare(of widths: [Int?]) -> Int? {
        columns.indices.filter { columns[$0].spare > 0 && widths[$0] != nil }
            .max { columns[$0].spare < columns[$1].spare }
    }

    private func widestShrinking(of widths: [Int?]) -> Int? {
        columns.indices.filter { columns[$0].shrinks && (widths[$0] ?? 0) > Self.shrunkMin }
            .max { (widths[$0] ?? 0) < (widths[$1] ?? 0) }
    }
}

extension String {
    /// The text without blanks at its end.
    var withoutTrailingBlanks: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
