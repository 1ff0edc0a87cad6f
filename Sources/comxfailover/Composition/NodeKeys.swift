import Settings
import Wire

/// What is derived from the secrets in the settings.
struct NodeKeys {
    let derivation: KeyDerivation
    /// From the secret before, while it is being replaced.
    let previous: KeyDerivation?

    init(settings: NodeSettings) {
        derivation = KeyDerivation(secret: Array(settings.secret.revealed.utf8))
        previous = settings.previousSecret.map { KeyDerivation(secret: Array($0.revealed.utf8)) }
    }

    /// The key to sign heartbeats with first, then what is understood as well.
    var heartbeatKeys: [HeartbeatKey] {
        [derivation.heartbeatKey] + (previous.map { [$0.heartbeatKey] } ?? [])
    }

    /// The password to log in at the peer with, and those this node lets the peer in with.
    var databasePasswords: [String] {
        [derivation.databasePassword] + (previous.map { [$0.databasePassword] } ?? [])
    }
}
