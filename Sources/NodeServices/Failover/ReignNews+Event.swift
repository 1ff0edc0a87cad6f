import PairLogic
import Vocabulary

extension ReignNews {
    /// What sort of event it is. Who owns a scope is for a person to know; where it failed, to see to.
    func eventSort(about scope: Scope) -> EventSort {
        switch self {
        case .tookOver, .outdone: EventSort(.takeover, .warning, about: scope.rawValue)
        case .stoodDown, .learned, .renewed: EventSort(.ownership, .warning, about: scope.rawValue)
        case .received, .released, .arrived: EventSort(.giveback, .warning, about: scope.rawValue)
        case .givebackBegan, .comingNear, .barrierUp, .reopened:
            EventSort(.giveback, .information, about: scope.rawValue)
        case .givebackFailed: EventSort(.giveback, .alert, about: scope.rawValue)
        case .storeTrouble: EventSort(.ownership, .alert, about: scope.rawValue)
        }
    }
}
