/// A rule broken on purpose, to prove that the simulation notices.
package enum Flaw: String, Sendable, Hashable, CaseIterable {
    /// The durable cursor follows the highest entry seen instead of the settled head.
    case cursorPassesSettledHead = "cursor-passes-settled-head"
    /// A row with a higher version is applied, whatever it was built on.
    case verdictIgnoresSeen = "verdict-ignores-seen"
    /// Reading goes on behind the highest entry; the window is never read again.
    case lateCommitsSkipped = "late-commits-skipped"
    /// The list of open transactions is believed before it shows the canary.
    case canaryNotAwaited = "canary-not-awaited"
    /// Rows that lose are overwritten without an entry in the ledger.
    case losersForgotten = "losers-forgotten"
    /// Tombstones are collected although the peer has not read them.
    case tombstonesCollectedUnread = "tombstones-collected-unread"
    /// Tombstones are collected although older writes of the peer were not read here yet.
    case collectedBeforeReading = "collected-before-reading"
    /// Both nodes mint the next epoch, whatever its parity.
    case parityIgnored = "parity-ignored"
    /// A restored node goes on as if nothing had happened.
    case restoreNotRecognised = "restore-not-recognised"
    /// Only a feed that is shorter than the peer remembers counts as restored; new writes hide what is missing.
    case numberGapsIgnored = "number-gaps-ignored"
    /// The peer reads a restored node before that has taken back what it lost.
    case restoringNodeRead = "restoring-node-read"
    /// Only what is written after a restore was noticed counts as suspect.
    case suspicionLate = "suspicion-late"
    /// A restored node begins a new life but takes nothing back.
    case rebuildForgotten = "rebuild-forgotten"
    /// Of the lives a feed had before, only the last is known.
    case oneFormerLifeKnown = "one-former-life-known"
    /// Rows fetched to heal drift leave no memory of how far the peer's feed was seen.
    case fetchedRowsForgotten = "fetched-rows-forgotten"
    /// Cursors beyond all that the peer's feed can have reached are kept.
    case cursorsKept = "cursors-kept"
    /// Of a peer's new life only the peer's own writes are read.
    case newLifeReadInPart = "new-life-read-in-part"
    /// A restored node has done while its peer may still apply what it read of the former life.
    case rebuildEndsEarly = "rebuild-ends-early"
    /// Whatever life the peer shows is taken for a new one, also one from before the life that was read.
    case everyLifeIsNew = "every-life-is-new"
    /// A restored node keeps rows whose tombstones were collected.
    case horizonIgnored = "horizon-ignored"
    /// A restarted daemon does not know how far it had read the peer's feed.
    case memoryForgotten = "memory-forgotten"
    /// Entries that the peer's applier wrote count as the peer's feed, which the peer does not count itself.
    case foreignHeadRemembered = "foreign-head-remembered"
    /// A settled head of the peer's former life is taken for one of its present life.
    case settledOfFormerLife = "settled-of-former-life"
    /// A daemon that outlives its database keeps the head it had before.
    case headOutlivesDatabase = "head-outlives-database"
    /// A node's next write of a row may be earlier than one of its own that has lost there, where its clock went back.
    case ownLosersForgotten = "own-losers-forgotten"
    /// Rows written without ownership stay unshipped after their node took the scope over.
    case driftSurvivesTakeover = "drift-survives-takeover"
    /// A restored node has done though rows were passed over where drift stood.
    case passedOverForGood = "passed-over-for-good"
    /// A reign is announced while it is being stored.
    case announcedBeforeStored = "announced-before-stored"
    /// A node that stands down acts until that is stored.
    case standDownAwaitsStore = "stand-down-awaits-store"
    /// A node that was just started takes its peer for unheard at once.
    case truthNotAwaited = "truth-not-awaited"
    /// The barrier of a giveback goes up while writers are open.
    case barrierNotAwaited = "barrier-not-awaited"
    /// Writers may begin behind the barrier.
    case barrierLetsWritersIn = "barrier-lets-writers-in"
    /// A scope is released though its barrier has fallen meanwhile.
    case fallenBarrierIgnored = "fallen-barrier-ignored"
    /// The home node says that it has everything, whatever it has.
    case progressAssumed = "progress-assumed"
    /// An answer to an older question counts for the one that is open.
    case anyAnswerCounts = "any-answer-counts"
    /// A phone rings while its claim is on the way to the disk.
    case claimNotAwaited = "claim-not-awaited"
    /// A node says that it rings, whether it can or not.
    case abilityAssumed = "ability-assumed"
    /// A node says that it knows how the other stands now, whatever it has heard.
    case marksIgnored = "marks-ignored"
    /// Lines that the copy brought are not shown to whoever rings.
    case arrivalsNotRead = "arrivals-not-read"
    /// What ended as far as a daemon knows is not written again to a database that was put back.
    case rereadForgotten = "reread-forgotten"
    /// The keys of lines go on from the highest that is on the disk, also on one that was put back.
    case linesCountedOn = "lines-counted-on"
    /// So do the numbers of wake-ups.
    case numbersCountedOn = "numbers-counted-on"
    /// Something counts as safe on both nodes before this database was found to be the one that the peer knows.
    case safeBeforeSound = "safe-before-sound"
}
