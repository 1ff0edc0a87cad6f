import Vocabulary

/// How this node's Asterisk is, and whether it has what it was given.
package struct AsteriskReport: Sendable, Hashable, Codable {
    /// What Asterisk says of itself.
    package struct Program: Sendable, Hashable, Codable {
        package let version: String
        package let systemName: String
        package let uptimeSeconds: Int?
        package let channels: Int
        package let callsProcessed: Int

        package init(version: String, systemName: String, uptimeSeconds: Int?, channels: Int, callsProcessed: Int) {
            self.version = version
            self.systemName = systemName
            self.uptimeSeconds = uptimeSeconds
            self.channels = channels
            self.callsProcessed = callsProcessed
        }
    }

    /// A phone that registered here.
    package struct Contact: Sendable, Hashable, Codable {
        package let endpoint: String
        package let uri: String
        /// The stable word: `reachable`, `unreachable`, `not-probed`, `unknown`.
        package let state: String
        package let roundTripMilliseconds: Double?
        package let userAgent: String
        /// When it is forgotten unless it registers again.
        package let expires: WallTime?

        package init(
            endpoint: String, uri: String, state: String, roundTripMilliseconds: Double?, userAgent: String,
            expires: WallTime?
        ) {
            self.endpoint = endpoint
            self.uri = uri
            self.state = state
            self.roundTripMilliseconds = roundTripMilliseconds
            self.userAgent = userAgent
            self.expires = expires
        }
    }

    /// A trunk: the one to the peer, this node's providers, gateways.
    package struct Trunk: Sendable, Hashable, Codable {
        package let endpoint: String
        /// The stable word: `reachable`, `unreachable`, `unknown`, `missing`.
        package let state: String
        package let roundTripMilliseconds: Double?

        package init(endpoint: String, state: String, roundTripMilliseconds: Double?) {
            self.endpoint = endpoint
            self.state = state
            self.roundTripMilliseconds = roundTripMilliseconds
        }
    }

    /// When Asterisk did not take what it was given, and why.
    package struct Refusal: Sendable, Hashable, Codable {
        package let at: WallTime
        package let words: String

        package init(at: WallTime, words: String) {
            self.at = at
            self.words = words
        }
    }

    /// The stable word: `starting`, `unreachable`, `refused`, `booting`, `running`.
    package let situation: String
    /// Why it is not running.
    package let words: String?
    package let program: Program?
    package let contacts: [Contact]
    /// SIP extensions with no phone registered here; nil where the configuration cannot be read.
    package let extensionsWithoutPhone: [String]?
    package let trunks: [Trunk]
    /// The rendering that the tables come to; nil where it is not known yet.
    package let generationWanted: String?
    /// The renderings that Asterisk shows as loaded, of the SIP files and of the dialplan.
    package let generationLoadedSIP: String?
    package let generationLoadedDialplan: String?
    /// The last refusal since the daemon started; it stays when a later rendering was taken.
    package let lastRefusal: Refusal?

    package init(
        situation: String, words: String?, program: Program?, contacts: [Contact], extensionsWithoutPhone: [String]?,
        trunks: [Trunk], generationWanted: String?, generationLoadedSIP: String?, generationLoadedDialplan: String?,
        lastRefusal: Refusal?
    ) {
        self.situation = situation
        self.words = words
        self.program = program
        self.contacts = contacts
        self.extensionsWithoutPhone = extensionsWithoutPhone
        self.trunks = trunks
        self.generationWanted = generationWanted
        self.generationLoadedSIP = generationLoadedSIP
        self.generationLoadedDialplan = generationLoadedDialplan
        self.lastRefusal = lastRefusal
    }

    /// Whether Asterisk runs on what the tables say.
    package var isLoaded: Bool {
        generationWanted != nil && generationLoadedSIP == generationWanted
            && generationLoadedDialplan == generationWanted
    }

    /// Whether nothing needs a look: it runs, has what it was given, and every trunk answers.
    package var isWell: Bool {
        situation == "running" && isLoaded && !trunks.contains { $0.state == "unreachable" || $0.state == "missing" }
    }
}
