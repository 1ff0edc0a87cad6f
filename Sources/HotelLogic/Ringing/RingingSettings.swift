import Vocabulary

/// How rooms are woken, and how patient two nodes are with each other about it.
package struct RingingSettings: Sendable, Hashable {
    /// Calls to a room until the desk is told.
    package var attemptsMax = 3
    /// From the end of one attempt to the next.
    package var interval = Duration.seconds(180)
    /// How long phones ring.
    package var ringTime = Duration.seconds(45)
    /// The keys that ask for another call, and after how many minutes it comes.
    package var snoozeMinutes: [Character: Int] = ["1": 5, "2": 10, "3": 15]
    package var snoozesMax = 6
    /// The key that a guest must press; nil where lifting the receiver is enough.
    package var confirmKey: Character?
    /// How long after lifting the receiver the key may come.
    package var confirmWait = Duration.seconds(30)
    /// That much too late a call is of no use any more: the desk is told instead.
    package var lateness = Duration.seconds(1_800)
    /// The same for a node whose turn it is not, while the other is at it: its own clock or zone may be wrong.
    package var latenessWithPeer = Duration.seconds(86_400)
    /// That much too late the desk is warned that a phone has not even rung.
    package var lateWarning = Duration.seconds(300)

    /// Calls begun in a second: what gateways and the line to the site can take.
    package var callsPerSecond = 20
    /// Calls that ring or talk at once.
    package var callsMax = 250
    /// How long a call can talk at the most, should its end never be told.
    package var talkMax = Duration.seconds(180)

    /// How long the first try to reach a phone that is registered nowhere is waited on; each further wait is twice as
    /// long, up to the longest.
    package var unreachableWait = Duration.seconds(15)
    package var unreachableWaitMax = Duration.seconds(120)

    /// How long after the due time the other node waits for an owner of which it hears nothing.
    package var grace = Duration.seconds(45)
    /// How long the peer's receipt for a claim is waited on.
    package var receiptWait = Duration.milliseconds(500)
    /// How long the database may take to keep a claim.
    package var storeWait = Duration.seconds(2)
    /// What an attempt may take beyond the ring time before it counts as lost.
    package var attemptMargin = Duration.seconds(15)
    /// A node whose ringing stood still for so long says so of itself.
    package var ownPauseMax = Duration.seconds(3)
    /// The peer's ringing is stuck when it has stood still for so long. It must be longer than the node's own limit, so
    /// that a node always distrusts itself before its peer does.
    package var peerPauseMax = Duration.seconds(5)
    /// How long an answer to the question for the turn is waited on.
    package var askWait = Duration.seconds(1)
    /// How long a node that came back waits until it has caught up, where the peer cannot ring either.
    package var catchUpMax = Duration.seconds(120)
    /// How long a node that was just started waits for a word on the peer.
    package var bootWait = Duration.seconds(15)

    /// How long the peer's word that a ring has ended is enough, until it is written here as well.
    package var hearsayMax = Duration.seconds(60)

    /// A clock that is further ahead than the time that has passed, by more than that, has jumped.
    package var jumpTolerance = Duration.seconds(5)
    /// How long nothing newly due is rung after that, unless the clock is confirmed.
    package var jumpHold = Duration.seconds(120)

    /// Between two calls to the desk about the same occurrence.
    package var deskInterval = Duration.seconds(60)
    package var deskCallsMax = 30

    package init() {}

    /// The longest that an attempt of which nothing more is heard can still be running.
    var attemptTime: Duration { ringTime + (confirmKey == nil ? .zero : confirmWait) + attemptMargin }

    /// How long after that many vain tries in a row a phone that cannot be reached is tried again.
    func unreachableWait(after tries: Int) -> Duration {
        min(unreachableWait * (1 << min(max(tries - 1, 0), 10)), unreachableWaitMax)
    }
}
