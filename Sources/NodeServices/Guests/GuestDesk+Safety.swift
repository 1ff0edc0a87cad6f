import HotelLogic
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// Whether the peer has what was kept here.
extension GuestDesk {
    /// Waits until the peer has it, no longer than the settings allow.
    ///
    /// - Parameter course: the one that the database was in before it was kept. In a later one it may be missing, put
    ///   back with the disk, and no comparison finds that where the peer had not read it: what the peer read beyond
    ///   its position says nothing of it.
    func safety(of outcome: GuestOutcome, in course: FeedStanding.Course) async -> Safety {
        guard hasPeer else { return .here("this node has no peer") }
        guard let position = outcome.position else {
            return .here("it is not copied; see: comxfailover coverage")
        }
        let limit = clock.now() + settings.safetyWait
        while true {
            let content = board.now
            guard content.feed.course == course else {
                return .here("this node's database was away meanwhile; look whether it still has it")
            }
            if content.peer?.isUnheard == true { return .here("the \(board.mode.peer) is not heard") }
            if let reached = content.guestsReadByPeer, reached >= position, await isOfThisCourse(outcome) {
                return .both
            }
            guard clock.now() < limit, (try? await clock.sleep(for: Self.safetyLookEvery)) != nil else {
                return .here("the \(board.mode.peer) has not confirmed it yet")
            }
        }
    }

    /// Whether what the peer says it read is this database's. One that was just put back to an older image says itself
    /// that nobody has compared it with the peer's memory; it may know so before this daemon does.
    private func isOfThisCourse(_ outcome: GuestOutcome) async -> Bool {
        guard !outcome.reading.isCertain else { return true }
        return (try? await store.guests().isCertain) ?? false
    }
}

extension NodeBoard.Content {
    /// How far the peer has durably read what guests are kept in, in the present life of this node's feed; nil where it
    /// told nothing about this one, or may mean a course of events that was lost here.
    fileprivate var guestsReadByPeer: FeedPosition? {
        guard let life = feed.life, life.gaps.isEmpty, life.suspectAbove == nil, !feed.owesSkip, lostFeed == nil,
            let peer, !peer.isRestored, let facts = peer.facts,
            facts.remembered?.incarnation == life.memory.incarnation
        else { return nil }
        return facts.guestsAcknowledged
    }
}
