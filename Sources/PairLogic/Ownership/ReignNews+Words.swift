import Vocabulary

extension ReignNews {
    /// One sentence without a full stop, for the list of decisions and for whoever waits in front of a verb.
    package var words: String {
        switch self {
        case .tookOver(let reign): "the \(reign.owner) took over \(reign.words)"
        case .outdone(let reign): "the takeover came too late: \(reign.ownerWords)"
        case .stoodDown(let reign): "this node stood down: \(reign.ownerWords)"
        case .received(let reign): "this node was given \(reign.words)"
        case .learned(let reign): "\(reign.ownerWords)"
        case .givebackBegan(let scope, let origin): "giving back \(scope.rawValue), \(Self.words(origin))"
        case .comingNear(let scope, let words): "\(scope.rawValue): the other node comes near: \(words)"
        case .barrierUp(let scope): "\(scope.rawValue): nothing is written any more, the other node reads the rest"
        case .released(let reign): "\(reign.words) was released to the \(reign.owner)"
        case .arrived(let reign): "the \(reign.owner) has \(reign.words)"
        case .givebackFailed(let scope, let words): "\(scope.rawValue) was not given back: \(words)"
        case .reopened(let scope): "\(scope.rawValue) is written here again"
        case .renewed(let reign): "after its restore this node goes on as owner of \(reign.words)"
        case .storeTrouble(let scope, let words): "who owns \(scope.rawValue) could not be stored or read: \(words)"
        }
    }

    private static func words(_ origin: ReignOrigin) -> String {
        switch origin {
        case .operatorHere: "as an operator asked"
        case .operatorAtPeer: "as an operator asked at the other node"
        case .settings: "since the other node has been well for long enough"
        }
    }
}

extension Ownership {
    fileprivate var words: String { "\(scope.rawValue) at epoch \(epoch.rawValue)" }
    fileprivate var ownerWords: String { "the \(owner) owns \(words)" }
}
