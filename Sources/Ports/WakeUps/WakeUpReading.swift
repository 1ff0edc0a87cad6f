/// Lines of the wake-up ledger, and how far they reach.
package struct WakeUpReading: Sendable, Hashable {
    /// Of every wake-up that they are about, all lines that are here.
    package let lines: [WakeUpLine]
    package let mark: WakeUpMark
    /// Lines that this program cannot read, such as those of a newer one; each in words.
    package let unreadable: [String]

    package init(lines: [WakeUpLine], mark: WakeUpMark, unreadable: [String] = []) {
        self.lines = lines
        self.mark = mark
        self.unreadable = unreadable
    }
}
