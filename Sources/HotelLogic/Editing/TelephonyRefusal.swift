/// Why an edit was not made, all reasons at once. Nothing of it was done.
package struct TelephonyRefusal: Error, Sendable, Hashable {
    /// The most reasons that are told.
    package static let reasonsMax = 50

    /// One reason.
    package struct Reason: Sendable, Hashable {
        /// The line of the file; nil where there is none.
        package let line: Int?
        /// The entry's number or name; nil where it concerns the whole.
        package let key: String?
        package let fault: FieldFault
        /// The entry does not exist.
        package var isMissing = false

        package init(line: Int?, key: String?, fault: FieldFault, isMissing: Bool = false) {
            self.line = line
            self.key = key
            self.fault = fault
            self.isMissing = isMissing
        }

        /// The reason in one line.
        package var words: String {
            let place = line.map { "line \($0): " } ?? ""
            // A wrong key stands in the fault's own words already.
            guard let key, !fault.words.contains("`\(key)`") else { return place + fault.line }
            return place + FieldText(nil, key).quoted.dropFirst().dropLast() + ": " + fault.line
        }
    }

    package let reasons: [Reason]

    package init(_ reasons: [Reason]) { self.reasons = reasons }

    /// A line for each reason, as many as people read, and one that counts the rest.
    package var lines: [String] {
        let told = reasons.prefix(Self.reasonsMax).map(\.words)
        let rest = reasons.count - told.count
        return told + (rest > 0 ? ["and \(rest) more; nothing was changed"] : [])
    }

    /// Nothing else is wrong than that there is no such entry.
    package var isMissing: Bool { !reasons.isEmpty && reasons.allSatisfy(\.isMissing) }
}
