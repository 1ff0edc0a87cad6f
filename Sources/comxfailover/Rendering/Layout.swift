/// The sheet that text is laid out on.
struct Layout: Sendable, Hashable {
    /// Columns of the terminal; nil where nothing limits a line, as in a file.
    let width: Int?
    let style: Style

    func paint(_ text: String, _ tone: Tone) -> String { style.paint(text, tone) }
}
