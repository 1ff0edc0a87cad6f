import Vocabulary

/// What a takeover or a giveback of one scope would do.
package struct ReignPreviewReport: Sendable, Hashable, Codable {
    /// A service that would change its place.
    package struct Move: Sendable, Hashable, Codable {
        /// The stable word: `pms-links`, `wake-ups-ring`.
        package let service: String
        package let title: String
        /// `primary`, `secondary`, `both`, `nobody`.
        package let from: String
        package let to: String
        package let why: String

        package init(service: String, title: String, from: String, to: String, why: String) {
            self.service = service
            self.title = title
            self.from = from
            self.to = to
            self.why = why
        }
    }

    package let scope: Scope
    /// Who owns it now; nil where the database does not tell.
    package let formerOwner: Mode?
    package let owner: Mode
    /// The epoch that would begin; nil where the database does not tell.
    package let epoch: Epoch?
    /// Why it would be refused; nil where it would not.
    package let refusal: String?
    /// What `--force` would mean, where it is possible and needed.
    package let forcing: String?
    package let moves: [Move]

    package init(
        scope: Scope, formerOwner: Mode?, owner: Mode, epoch: Epoch?, refusal: String?, forcing: String?, moves: [Move]
    ) {
        self.scope = scope
        self.formerOwner = formerOwner
        self.owner = owner
        self.epoch = epoch
        self.refusal = refusal
        self.forcing = forcing
        self.moves = moves
    }
}
