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
    /// The owner takes late writes of the peer's former reign and does not send them back.
    case formerReignUnconfirmed = "former-reign-unconfirmed"
    /// Rows written without ownership stay unshipped after their node took the scope over.
    case driftSurvivesTakeover = "drift-survives-takeover"
}
