import Glibc
import Ports
import Vocabulary
import Wire

/// Sends heartbeats and rubbish from a peer's address to a node, as a test wants them.
///
/// With the real daemon away it may take the peer's own port, hear the node, and answer as a peer does.
package final class HandmadePeer {
    package let key: HeartbeatKey
    private var descriptor: Int32
    private let target: LivePlace
    private var newest: (boot: BootID, sequence: UInt64)?

    /// - Parameter port: 0 for any that is free.
    package init(of node: LiveNode, port: UInt16 = 0) throws {
        key = KeyDerivation(secret: Array(node.settings.secret.utf8)).heartbeatKey
        target = node.peerPlace
        descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        let name = SocketName(host: node.place.host, port: port)
        guard name.with({ bind(descriptor, $0, $1) }) == 0 else {
            close(descriptor)
            throw LiveFailure.notStarted(program: "a hand-made peer", number: errno)
        }
    }

    deinit { hangUp() }

    /// Gives the port back.
    package func hangUp() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    /// Sends bytes as they are.
    package func send(_ bytes: [UInt8]) {
        _ = SocketName(host: target.host, port: LivePlace.heartbeatPort).with { name, length in
            sendto(descriptor, bytes, bytes.count, 0, name, length)
        }
    }

    /// Notes the newest heartbeat that the node sent here.
    package func listen() {
        var buffer = [UInt8](repeating: 0, count: 2_048)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            guard count > 0 else { return }
            guard let message = try? HeartbeatMessage(datagram: Array(buffer[..<count]), keys: [key]) else { continue }
            newest = (message.boot, message.sequence)
        }
    }

    /// The datagram of a voice's next heartbeat.
    package func heartbeat(_ voice: inout PeerVoice) -> [UInt8] {
        voice.sequence += 1
        let echo = newest.map { HeartbeatMessage.Echo(boot: $0.boot, sequence: $0.sequence, heldMicroseconds: 0) }
        let sentAt = WallTime(microseconds: Self.now + voice.clockShift.nanoseconds / 1_000)
        let report = voice.report
        return HeartbeatMessage(
            protocolVersion: voice.version, pair: key.pair, sender: report.mode, health: .databaseUp, boot: voice.boot,
            sequence: voice.sequence, sentAt: sentAt, nodeIdentity: 1, incarnation: report.incarnation ?? .unknown,
            feedHead: report.feedHead, settledHead: report.settledHead, acknowledged: .start,
            configuration: reign(.configuration, report), guest: reign(.guest, report), echo: echo, remembered: nil,
            softwareVersion: report.softwareVersion
        ).encoded(signedWith: key)
    }

    /// Speaks with every voice in turn until the node's status is as wanted.
    @discardableResult
    package func speak(
        as voices: inout [PeerVoice], to node: LiveNode, until what: String, within limit: Duration = .seconds(20),
        _ holds: (NodeReport) -> Bool
    ) async throws -> NodeReport {
        var last: NodeReport?
        var rounds = 0
        return try await Waiting.find(what, within: limit, seen: { last.map { LiveNode.summary($0) } ?? "nothing" }) {
            listen()
            for index in voices.indices { send(heartbeat(&voices[index])) }
            rounds += 1
            guard rounds % 4 == 0 else { return nil }
            last = await node.statusIfAny()
            guard let last, holds(last) else { return nil }
            return last
        }
    }

    private func reign(_ scope: Scope, _ report: NodeReport) -> HeartbeatMessage.Reign {
        report.scopes.first { $0.scope == scope }.map { .init(owner: $0.owner, epoch: $0.epoch) }
            ?? .init(owner: scope.home, epoch: Epoch(rawValue: 0))
    }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}
