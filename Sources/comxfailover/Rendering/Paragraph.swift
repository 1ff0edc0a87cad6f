/// Running text, broken between words to fit the sheet.
enum Paragraph {
    /// The narrowest column of text; below it lines run over instead.
    static let widthMin = 20

    /// The lines of `text`, each after `indent` blanks; the first after `lead` instead.
    static func lines(_ text: String, lead: String = "", indent: Int = 0, on layout: Layout) -> [String] {
        let margin = String(repeating: " ", count: max(indent, 0))
        let first = lead.isEmpty ? margin : lead
        let room = layout.width.map { max(widthMin, $0 - max(indent, first.displayWidth)) } ?? .max
        let broken = broken(text.printable, room: room)
        return broken.enumerated().map { index, line in (index == 0 ? first : margin) + line }
    }

    private static func broken(_ text: String, room: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").map(String.init) {
            let longer = line.isEmpty ? word : line + " " + word
            if longer.displayWidth <= room || line.isEmpty {
                line = longer
            } else {
                lines.append(line)
                line = word
            }
        }
        return lines + [line]
    }
}
