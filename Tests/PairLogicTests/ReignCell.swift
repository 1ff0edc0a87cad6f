import Vocabulary

@testable import PairLogic

/// The states and inputs of which every pair is tried, and how an answer is written in the table.
enum ReignCell {
    enum State: String, CaseIterable, Sendable {
        case reading, waiting, peersOwn, owner, released, takingOver, standingDown
        case catchingUp, closing, draining, releasing, reopening

        /// A scene on the Primary in this state with an empty log and a store that waits to be told what to answer.
        var scene: ReignScene {
            var scene = isAway ? ReignScene.begun(.guest(.primary, 2)) : ReignScene()
            if self == .reading { scene.isObedient = false }
            if !isAway { scene.take(.tick) }
            if self != .reading { scene.peerIsWell() }
            switch self {
            case .reading, .peersOwn, .owner: break
            case .waiting:
                scene.isObedient = false
                scene.take(.databaseReturned)
                scene.take(.tick)
                scene.take(.loadFailed("w"))
            case .takingOver:
                scene.isObedient = false
                scene.take(.takeoverWanted(isForced: true))
            case .standingDown:
                scene.isObedient = false
                scene.take(.heard(.guest(.secondary, 9)))
            case .released: scene.goHome(answers: 2, isObedient: true)
            case .catchingUp: scene.goHome(answers: 0, isObedient: false)
            case .closing: scene.goHome(answers: 1, isObedient: false)
            case .draining: scene.goHome(answers: 1, isObedient: true)
            case .releasing:
                scene.goHome(answers: 1, isObedient: true)
                scene.isObedient = false
                scene.answer(.reached)
            case .reopening:
                scene.goHome(answers: 1, isObedient: true)
                scene.isObedient = false
                scene.answer(.declined("w"))
            }
            scene.isObedient = false
            scene.log = []
            return scene
        }

        private var isAway: Bool {
            switch self {
            case .reading, .waiting, .peersOwn, .takingOver: false
            case .owner, .released, .standingDown, .catchingUp, .closing, .draining, .releasing, .reopening: true
            }
        }
    }

    enum Input: String, CaseIterable, Sendable {
        case loaded, loadFailed, stored, storeFailed, raised, refused, lowered, stuck, returned
        case heardKnown, heardHigher, peerGone, peerWell, reached, behind, declined, unanswered
        case restored, whole, takeover, forced, giveback, stopped, tick

        func apply(to scene: inout ReignScene) -> [ReignDirective] {
            scene.now = scene.now + .milliseconds(50)
            scene.take(input(in: scene))
            return scene.log
        }

        private func input(in scene: ReignScene) -> ReignInput {
            let dummy = HandoverQuestion(reign: .guest(.primary, 2), round: 99, end: nil)
            let question = scene.question ?? dummy
            return switch self {
            case .loaded: .loaded(scene.stored)
            case .loadFailed: .loadFailed("w")
            case .stored: .stored(scene.wanted ?? scene.stored)
            case .storeFailed: .storeFailed("w")
            case .raised: .barrierRaised(end: ReignScene.end)
            case .refused: .barrierRefused("w")
            case .lowered: .barrierLowered
            case .stuck: .barrierStuck("w")
            case .returned: .databaseReturned
            case .heardKnown: .heard(scene.stored.ownership)
            case .heardHigher: .heard(.guest(.secondary, 9))
            case .peerGone: .peerStands(.unheard(asteriskAnswers: false), isSeeingEachOther: false)
            case .peerWell: .peerStands(.heard(NodeAbility()), isSeeingEachOther: true)
            case .reached: .answered(question, .reached)
            case .behind: .answered(question, .behind("w"))
            case .declined: .answered(question, .declined("w"))
            case .unanswered: .unanswered(question, "w")
            case .restored: .ableTo(NodeAbility(isRestored: true))
            case .whole: .ableTo(NodeAbility())
            case .takeover: .takeoverWanted(isForced: false)
            case .forced: .takeoverWanted(isForced: true)
            case .giveback: .givebackWanted(.operatorHere)
            case .stopped: .givebackStopped
            case .tick: .tick
            }
        }
    }

    /// A directive as one word of the table.
    static func word(_ directive: ReignDirective) -> String {
        switch directive {
        case .holds(.node(let mode)): "holds:\(letter(mode))"
        case .holds(.inDoubt): "holds:?"
        case .load: "load"
        case .store(let record): "store:\(word(record.ownership))\(record.phase == .settled ? "" : "r")"
        case .raiseBarrier: "raise"
        case .lowerBarrier: "lower"
        case .ask(let question): question.end == nil ? "ask" : "ask!"
        case .announce(let reign): "announce:\(word(reign))"
        case .refusedTakeover(let refusal): "refused:\(refusal)"
        case .refusedGiveback(let refusal): "refused:\(refusal)"
        case .told(let news): "told:\(String(describing: news).prefix { $0 != "(" })"
        }
    }

    private static func word(_ reign: Ownership) -> String { "\(letter(reign.owner))\(reign.epoch.rawValue)" }

    private static func letter(_ mode: Mode) -> String { mode == .primary ? "P" : "S" }
}

extension ReignScene {
    /// A giveback whose question was answered so often.
    fileprivate mutating func goHome(answers: Int, isObedient: Bool) {
        self.isObedient = isObedient
        take(.givebackWanted(.operatorHere))
        for _ in 0..<answers { answer(.reached) }
    }

    /// What is being stored.
    fileprivate var wanted: ReignRecord? {
        guard case .storing(let wanted, _) = machine.state else { return nil }
        return wanted
    }
}
