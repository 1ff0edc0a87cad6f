extension Diagnosis {
    /// The stable name used in JSON, metrics and logs.
    package var name: String {
        switch self {
        case .hostOrPathGone: "host-or-path-gone"
        case .hostGone: "host-gone"
        case .thisNodeCutOff: "this-node-cut-off"
        case .daemonDown: "daemon-down"
        case .asteriskDown: "asterisk-down"
        case .databaseDown: "database-down"
        case .databaseAccessDenied: "database-access-denied"
        case .databaseGrantMissing: "database-grant-missing"
        case .databaseEncryption: "database-encryption"
        case .portClosed(let path): "port-closed-\(path.rawValue)"
        case .secretsDiffer: "secrets-differ"
        case .sameMode: "same-mode"
        case .clocksApart: "clocks-apart"
        case .clonedNode: "cloned-node"
        case .restoredNode: "restored-node"
        case .versionsTooFarApart: "versions-too-far-apart"
        }
    }

    /// One sentence for an operator: what is wrong.
    package var sentence: String {
        switch self {
        case .hostOrPathGone: "the peer's host or the path to it is gone"
        case .hostGone: "the peer's host is gone (a witness still answers)"
        case .thisNodeCutOff: "this node is cut off (no witness answers either)"
        case .daemonDown: "the peer's host is alive but comxfailover does not run there"
        case .asteriskDown: "the peer's Asterisk is down"
        case .databaseDown: "the peer's MariaDB is down"
        case .databaseAccessDenied: "the peer's MariaDB refuses the login"
        case .databaseGrantMissing: "the peer's MariaDB does not let this node read the feed"
        case .databaseEncryption: "the peer's MariaDB cannot be reached encrypted"
        case .portClosed(let path): "the peer's port for \(path.rawValue) is closed"
        case .secretsDiffer: "the two nodes hold different secrets"
        case .sameMode: "both nodes are set to the same mode"
        case .clocksApart(let seconds): "the clocks of the two nodes are \(seconds) s apart"
        case .clonedNode: "two daemons answer under the peer's name: a disk image runs twice"
        case .restoredNode: "the peer was restored from an older image"
        case .versionsTooFarApart(let theirs): "the peer speaks protocol \(theirs), which this version does not know"
        }
    }
}
