import Vocabulary

@testable import PairLogic

/// The states and inputs of which every pair is tried, and how an answer is written in the table.
enum PeerCell {
    enum State: String, CaseIterable, Sendable {
        case unconfigured, disabled, starting, online, degraded, offline

        /// A scene in this state with an empty log.
        var scene: PeerScene {
            switch self {
            case .unconfigured: PeerScene(standing: .unconfigured)
            case .disabled: PeerScene(standing: .disabled)
            case .starting: PeerScene()
            case .online: lived { _ in }
            case .degraded: lived { $0.facts.health.asteriskUp = false }
            case .offline: lived { $0.script = .hostGone }
            }
        }

        private func lived(_ change: (inout PeerScene) -> Void) -> PeerScene {
            var scene = PeerScene()
            scene.pass(.seconds(20))
            change(&scene)
            scene.pass(.seconds(20))
            scene.log = []
            return scene
        }
    }

    enum Input: String, CaseIterable, Sendable {
        case heardWell, heardIll, controlAnswers, controlRefused, databaseDenied, sendRefused, forged, newProtocol
        case tick, remembers, ownFeed, active, disabled, unconfigured, paused

        func apply(to scene: inout PeerScene) -> [PeerDirective] {
            scene.move(.milliseconds(50))
            let (now, wall) = (scene.now, scene.wall)
            scene.machine.sent(1_000_000, at: now, wall: wall)
            scene.facts.echo = .init(boot: PeerScene.ownBoot, sequence: 1_000_000, held: .zero)
            scene.facts.sentAt = wall
            scene.facts.health.asteriskUp = self == .heardWell
            switch self {
            case .heardWell, .heardIll: return scene.machine.heard(scene.facts, at: now, wall: wall)
            case .controlAnswers: return scene.machine.probed(.control, .well, at: now, wall: wall)
            case .controlRefused: return scene.machine.probed(.control, .refused, at: now, wall: wall)
            case .databaseDenied:
                let denied = ProbeOutcome.failure(.databaseAccessDenied, words: "denied")
                return scene.machine.probed(.database, denied, at: now, wall: wall)
            case .sendRefused: return scene.machine.probed(.heartbeat, .refused, at: now, wall: wall)
            case .forged: return scene.machine.rejected(.forged, at: now, wall: wall)
            case .newProtocol: return scene.machine.rejected(.protocolUnknown(theirs: 7), at: now, wall: wall)
            case .tick: return scene.machine.tick(at: now, wall: wall)
            case .remembers: return scene.machine.remembers(nil, at: now, wall: wall)
            case .ownFeed: return scene.machine.ownFeedStands(at: nil, at: now, wall: wall)
            case .active: return scene.machine.stood(.active, at: now, wall: wall)
            case .disabled: return scene.machine.stood(.disabled, at: now, wall: wall)
            case .unconfigured: return scene.machine.stood(.unconfigured, at: now, wall: wall)
            case .paused: return scene.machine.pausedLocally(for: .seconds(5), at: now, wall: wall)
            }
        }
    }

    /// A directive as one word of the table.
    static func word(_ directive: PeerDirective) -> String {
        switch directive {
        case .pausedLocally: "paused"
        case .pathChanged(let path, let old, let new, _): "\(path.rawValue):\(old.rawValue)>\(new.rawValue)"
        case .peerRestarted: "restarted"
        case .cloneSeen: "clone"
        case .cloneGone: "cloneGone"
        case .seenTwice(let seen): "seenTwice:\(seen)"
        case .sameMode: "sameMode"
        case .rememberedMismatch: "mismatch"
        case .sightChanged(let sight): "sight:\(sight)"
        case .stateChanged(let old, let new, _): "\(word(old))>\(word(new))"
        }
    }

    static func word(_ state: PeerState) -> String {
        state.diagnosis.map { "\(state.name)(\($0.name))" } ?? state.name
    }
}
