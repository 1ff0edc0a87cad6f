/// Text from outside, made fit for one line of an error message.
enum Quoted {
    /// The most characters that are quoted.
    static let lengthMax = 60

    static func short(_ text: String) -> String { "\"" + bare(text) + "\"" }

    /// The same without the quotation marks.
    static func bare(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars.prefix(lengthMax) {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
            shown.unicodeScalars.append(isControl || scalar.value == 0x2029 ? "\u{FFFD}" : scalar)
        }
        return text.unicodeScalars.count > lengthMax ? shown + "…" : shown
    }
}
