extension FieldText {
    /// A list of values, none of them twice.
    package func distinct(
        _ countMax: Int, _ read: (FieldText) throws(FieldFault) -> String
    ) throws(FieldFault) -> [String] {
        var values: [String] = []
        for part in parts {
            let value = try read(part)
            guard !values.contains(value) else { throw fault("\(value) is named twice") }
            values.append(value)
        }
        guard values.count <= countMax else {
            throw fault("\(values.count) are too many; at most \(countMax) can be named")
        }
        return values
    }

    /// One number, or all from the first to the last: `1001` or `1001-1300`, with as many digits on both sides.
    package func numberRange(countMax: Int) throws(FieldFault) -> [String] {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2 else { return [text] }
        guard let first = Int(ends[0]), let last = Int(ends[1]), ends[0].utf8.count == ends[1].utf8.count,
            first <= last,
            !ends[0].hasPrefix("+"), ends[0].utf8.count <= 16
        else {
            throw fault("\(quoted) is not a range; one is written 1001-1300, with as many digits on both sides")
        }
        guard last - first < countMax else { throw fault("\(quoted) is too long; at most \(countMax) at once") }
        return (first...last).map { number in
            let digits = String(number)
            return String(repeating: "0", count: ends[0].utf8.count - digits.utf8.count) + digits
        }
    }
}
