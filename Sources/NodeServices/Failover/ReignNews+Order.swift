import PairLogic
import Ports

extension ReignNews {
    /// Whether it belongs into the list of decisions; the steps on the way do not.
    var isDecision: Bool {
        switch self {
        case .tookOver, .outdone, .stoodDown, .received, .learned, .givebackBegan, .released, .arrived,
            .givebackFailed, .renewed:
            true
        case .comingNear, .barrierUp, .reopened, .storeTrouble: false
        }
    }

    /// What it means to an operator who waits for a takeover or a giveback.
    var phase: ReignStepReport.Phase {
        switch self {
        case .tookOver, .arrived, .received: .done
        case .outdone, .givebackFailed, .storeTrouble: .failed
        case .stoodDown, .learned, .givebackBegan, .comingNear, .barrierUp, .released, .reopened, .renewed: .goes
        }
    }
}
