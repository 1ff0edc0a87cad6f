/// Who answers for the house.
package struct DeskSettings: Sendable, Hashable {
    /// Dialled for the desk.
    package var code: DialCode
    /// The extensions or ring groups that ring, all at once; none and calls to the desk are refused as unavailable.
    package var answering: [ExtensionNumber]
    package var ringSeconds: Int

    package init(code: DialCode = DialCode(literal: "0"), answering: [ExtensionNumber] = [], ringSeconds: Int = 60) {
        self.code = code
        self.answering = answering
        self.ringSeconds = ringSeconds
    }
}
