import Vocabulary

extension PeerMachine {
    /// The peer as duties and ownership take it, as of the latest input.
    ///
    /// Not damped: a duty that must not run twice cannot wait until a state is believed.
    package var presence: PeerPresence {
        if standing == .unconfigured { return .unconfigured }
        guard let facts else {
            let isAwaited = !isUnheard || now - startedAt < timings.bootWait
            return isAwaited ? .unknown : .unheard(asteriskAnswers: asteriskAnswers)
        }
        guard !isUnheard else { return .unheard(asteriskAnswers: asteriskAnswers) }
        return .heard(NodeAbility(facts.health, isCloned: seesClone))
    }

    private var asteriskAnswers: Bool { status(of: .trunk).state == .up }
}
