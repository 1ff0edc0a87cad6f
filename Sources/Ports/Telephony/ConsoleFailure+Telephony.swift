import HotelLogic

extension ConsoleFailure {
    /// What a refused edit means to the one who asked for it: a line for each reason.
    package init(_ refusal: TelephonyRefusal) {
        let words = refusal.lines.joined(separator: "\n")
        self = refusal.isMissing ? .notFound(words) : .invalid(words)
    }

    /// What a failure of the store means to the one who asked; `verb` names the command that was refused.
    package init(_ failure: TelephonyFailure, verb: String) {
        switch failure {
        case .refused(let refusal): self.init(refusal)
        case .notOwner(let owner):
            self = .refused(
                "this is written on the \(owner), which owns the configuration; run the same command there: "
                    + "comxfailover \(verb)")
        case .unready: self = .refused(failure.words)
        case .retry(let words): self = .refused("another edit was in the way (\(words)); run the command again")
        case .unavailable(let words): self = .unavailable("this node's database does not answer: \(words)")
        case .database(let words): self = .refused("the database refused: \(words)")
        }
    }
}
