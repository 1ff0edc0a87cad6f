import PairLogic
import Vocabulary

/// Who this node is and who owns a scope, as its database says.
struct ScopeRole {
    let node: Mode
    let owner: Mode
    let epoch: Epoch
    let phase: ReignPhase

    /// Why this node may not write in the scope, where it may not.
    enum Refusal: Hashable {
        case notOwner(Mode)
        /// Behind the barrier of a giveback: what were written now would be no write of this node's reign.
        case givingBack(to: Mode)
    }

    /// nil where the ownership has not been made yet.
    ///
    /// - Parameter isHeld: all of it stays as it is until the transaction ends; a stand-down waits for that.
    init?(of row: ScopeRow, session: MariaSession, isHeld: Bool) throws {
        let rows = try session.query(
            "SELECT owner, self, epoch, phase FROM comxfailover_node.scope_role WHERE scope = ?"
                + (isHeld ? " LOCK IN SHARE MODE" : ""),
            [.unsigned(UInt64(row.rawValue))])
        guard let found = rows.first, let owner = Mode(number: UInt8(clamping: try found.unsigned("owner"))),
            let node = Mode(number: UInt8(clamping: try found.unsigned("self"))),
            let phase = ReignPhase(rawValue: try found.text("phase"))
        else { return nil }
        (self.owner, self.node, self.phase) = (owner, node, phase)
        epoch = Epoch(rawValue: try found.unsigned("epoch"))
    }

    var refusal: Refusal? {
        guard owner == node else { return .notOwner(owner) }
        return phase == .settled ? nil : .givingBack(to: node.peer)
    }

    /// What to say of a refusal that is over in a moment.
    static func words(givingBack scope: Scope, to peer: Mode) -> String {
        switch scope {
        case .configuration: "the configuration is being given back to the \(peer); try again in a moment"
        case .guest: "they are being given back to the \(peer); try again in a moment"
        }
    }
}
