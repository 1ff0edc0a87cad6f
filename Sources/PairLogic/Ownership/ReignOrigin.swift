/// Who wants a giveback.
package enum ReignOrigin: Sendable, Hashable {
    case operatorHere
    case operatorAtPeer
    /// The settings say that scopes go home by themselves.
    case settings
}
