import PairLogic
import Vocabulary

extension NodeBoard.Content {
    /// When a takeover that is refused now will not be any more, where this is a matter of time.
    func wait(for refusal: TakeoverRefusal) -> String? {
        guard let peer else { return nil }
        switch refusal {
        case .peerHeard:
            return "it was heard \(Self.seconds(peer.silence)) ago, and counts as gone after "
                + "\(Self.seconds(peer.unheardAfter)) of silence"
        case .peerUnknown where !peer.isUnheard:
            return "it answers, and has not told of itself yet"
        case .peerUnknown:
            return "without a word from it, it counts as gone in \(Self.seconds(peer.bootWaitLeft))"
        case .alreadyOwner, .busy, .databaseAway, .cloned, .restored, .restoredAlone, .inDoubt: return nil
        }
    }

    private static func seconds(_ duration: Duration) -> String {
        let tenths = Int((duration.inSeconds * 10).rounded(.up))
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
