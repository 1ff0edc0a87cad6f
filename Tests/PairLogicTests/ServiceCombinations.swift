import Vocabulary

@testable import PairLogic

/// Every combination of what the chart depends on.
enum ServiceCombinations {
    static let holders: [ScopeHolder] = [.node(.primary), .node(.secondary), .inDoubt]

    static let abilities: [NodeAbility] = [true, false].flatMap { database in
        [NodeAbility.Asterisk.up, .down].flatMap { asterisk in
            [false, true].flatMap { restored in
                [false, true].map {
                    NodeAbility(isDatabaseUp: database, asterisk: asterisk, isRestored: restored, isCloned: $0)
                }
            }
        }
    }

    static let presences: [PeerPresence] =
        [.unconfigured, .unknown, .unheard(asteriskAnswers: true), .unheard(asteriskAnswers: false)]
        + abilities.map { .heard($0) }

    /// All that one node can see: 5,760 views.
    static let views: [PairView] = Mode.allCases.flatMap { own in
        holders.flatMap { guest in
            holders.flatMap { configuration in
                abilities.flatMap { ability in
                    presences.map {
                        PairView(own: own, guest: guest, configuration: configuration, ability: ability, peer: $0)
                    }
                }
            }
        }
    }

    /// All worlds in which two nodes hear each other and agree on the owners: the Primary's view, then the Secondary's.
    static let worlds: [(PairView, PairView)] = holders.flatMap { guest in
        holders.flatMap { configuration in
            abilities.flatMap { primary in
                abilities.map { secondary in
                    (
                        PairView(
                            own: .primary, guest: guest, configuration: configuration, ability: primary,
                            peer: .heard(secondary)),
                        PairView(
                            own: .secondary, guest: guest, configuration: configuration, ability: secondary,
                            peer: .heard(primary))
                    )
                }
            }
        }
    }
}
