/// Why a request was not carried out, all reasons at once. Nothing of it was done.
package struct WakeUpRefusal: Error, Sendable, Hashable {
    /// The most reasons that are told.
    package static let reasonsMax = 50

    package let reasons: [WakeUpFault]

    package init(_ reasons: [WakeUpFault]) { self.reasons = reasons }

    /// A line for each reason, as many as people read, and one that counts the rest.
    package var lines: [String] {
        let rest = reasons.count - Self.reasonsMax
        return reasons.prefix(Self.reasonsMax).map(\.description)
            + (rest > 0 ? ["and \(rest) more; nothing was changed"] : [])
    }
}
