import PairLogic
import Vocabulary
import Wire

extension HeartbeatFacts {
    /// What a heartbeat says, in the terms of the pair's logic.
    init(_ message: HeartbeatMessage) {
        self.init(
            sender: message.sender, boot: message.boot, sequence: message.sequence, sentAt: message.sentAt,
            nodeIdentity: message.nodeIdentity, incarnation: message.incarnation, feedHead: message.feedHead,
            settledHead: message.settledHead, acknowledged: message.acknowledged,
            configuration: Ownership(
                scope: .configuration, owner: message.configuration.owner, epoch: message.configuration.epoch),
            guest: Ownership(scope: .guest, owner: message.guest.owner, epoch: message.guest.epoch),
            echo: message.echo.map {
                Echo(boot: $0.boot, sequence: $0.sequence, held: .microseconds(Int64($0.heldMicroseconds)))
            },
            remembered: message.remembered.map { FeedMark(incarnation: $0.incarnation, head: $0.head) },
            health: Health(
                databaseUp: message.health.contains(.databaseUp),
                asteriskConfigured: message.health.contains(.asteriskConfigured),
                asteriskUp: message.health.contains(.asteriskUp), slow: message.health.contains(.slow),
                cloneSeen: message.health.contains(.cloneSeen), restored: message.health.contains(.restored),
                starting: message.health.contains(.starting)),
            softwareVersion: message.softwareVersion, guestsAcknowledged: message.guestsAcknowledged)
    }
}
