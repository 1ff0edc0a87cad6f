import Testing
import Vocabulary

@testable import PairLogic

struct OwnershipTests {
    private func guest(_ owner: Mode, _ epoch: UInt64) -> Ownership {
        Ownership(scope: .guest, owner: owner, epoch: Epoch(rawValue: epoch))
    }

    @Test func `a scope is born at home`() {
        #expect(Ownership.first(of: .guest) == guest(.secondary, 1))
        #expect(Ownership.first(of: .configuration).owner == .primary)
        #expect(Ownership.first(of: .configuration).epoch == Epoch(rawValue: 2))
    }

    @Test func `the higher epoch wins, whoever tells of it`() {
        let (old, new) = (guest(.secondary, 1), guest(.primary, 2))
        #expect(old.merging(new) == new)
        #expect(new.merging(old) == new)
        #expect(new.merging(new) == new)
    }

    @Test func `two owners in one epoch end at home on both nodes`() {
        let (home, away) = (guest(.secondary, 7), guest(.primary, 7))
        #expect(home.merging(away) == home)
        #expect(away.merging(home) == home)
    }

    @Test func `the order in which news arrives does not matter`() {
        let news = [guest(.secondary, 1), guest(.primary, 2), guest(.secondary, 3), guest(.primary, 8)]
        for first in news {
            for second in news {
                for third in news {
                    let left = first.merging(second).merging(third)
                    let right = first.merging(third.merging(second))
                    #expect(left == right)
                }
            }
        }
    }
}
