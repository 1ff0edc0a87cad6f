import ReplicaLogic

extension RowVerdict {
    /// Whether the other node, judging the two the other way round, comes to the same end.
    func isMirror(of other: RowVerdict) -> Bool {
        switch (self, other) {
        case (.apply, .ignored(.alreadyKnown)), (.ignored(.alreadyKnown), .apply): true
        case (.ignored(.sameVersion), .ignored(.sameVersion)): true
        case (.conflict(.incoming, let one), .conflict(.local, let other)): one == other
        case (.conflict(.local, let one), .conflict(.incoming, let other)): one == other
        default: false
        }
    }

    /// The verdict in a word.
    var word: String {
        switch self {
        case .apply: "apply"
        case .replaceDrift: "replace drift"
        case .conflict(.incoming, _): "conflict, the incoming row wins"
        case .conflict(.local, _): "conflict, the local row wins"
        case .ignored(.sameVersion): "ignored, the same version"
        case .ignored(.alreadyKnown): "ignored, already known"
        case .ignored(.drift): "ignored, drift"
        case .ignored(.awaitsOwner): "ignored, the owner is asked"
        }
    }
}
