import Vocabulary

/// What the ledger of stays asks of a voicemail box: messages of before a moment are deleted, or go to another box.
package struct BoxOrder: Sendable, Hashable {
    /// The line of the ledger: its node, that node's life, and its number in it.
    package let node: Mode
    package let incarnation: Incarnation
    package let sequence: UInt64
    package let box: ExtensionNumber
    /// Where the messages go; nil deletes them.
    package let target: ExtensionNumber?
    package let at: WallTime

    package init(
        node: Mode, incarnation: Incarnation, sequence: UInt64, box: ExtensionNumber, target: ExtensionNumber?,
        at: WallTime
    ) {
        self.node = node
        self.incarnation = incarnation
        self.sequence = sequence
        self.box = box
        self.target = target
        self.at = at
    }
}
