import Ports
import Vocabulary

/// Who this node is, and who owns the guests, as the database says.
struct GuestRole {
    let node: Mode
    let owner: Mode
    let epoch: Epoch

    var isOwner: Bool { node == owner }

    /// - Parameter isHeld: the owner stays who it is until the transaction ends.
    init(session: MariaSession, isHeld: Bool) throws {
        let rows = try session.query(
            "SELECT owner, self, epoch FROM comxfailover_node.scope_role WHERE scope = ?"
                + (isHeld ? " LOCK IN SHARE MODE" : ""),
            [.unsigned(UInt64(ScopeRow.guest.rawValue))])
        guard let row = rows.first, let owner = Mode(number: UInt8(clamping: try row.unsigned("owner"))),
            let node = Mode(number: UInt8(clamping: try row.unsigned("self")))
        else { throw GuestFailure.unready(words: "the database is being made ready") }
        self.owner = owner
        self.node = node
        epoch = Epoch(rawValue: try row.unsigned("epoch"))
    }
}
