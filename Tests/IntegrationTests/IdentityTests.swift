import IntegrationKit
import Ports
import Testing
import Vocabulary
import Wire

extension LiveTests {
    /// Nodes that must not talk to each other.
    @Suite(.serialized) struct IdentityTests {
        @Test func `different secrets are named on both nodes, nothing is copied, and the cure cures`() async throws {
            try await LivePair.prepared { pair in
                let right = pair.secondary.settings.secret
                pair.secondary.changeSettings { $0.secret = "quite another secret of a hotel far away" }
                for node in pair.nodes { try node.start() }
                for node in pair.nodes { try await node.awaitReady() }
                for node in pair.nodes { try await node.awaitPeer("secrets-differ") }
                try await pair.primary.sql(Hotel.room("101"))
                try await Waiting.pass(.seconds(3))
                #expect(await pair.secondary.value("SELECT COUNT(*) FROM comxfailover.room") == "0")
                for node in pair.nodes { #expect(await node.statusIfAny()?.peer?.diagnosis == "secrets-differ") }
                try await pair.secondary.stop()
                pair.secondary.changeSettings { $0.secret = right }
                try pair.secondary.start()
                try await pair.awaitCurrent()
                try await pair.awaitEqual(["comxfailover.room"])
            }
        }

        @Test func `two nodes of one mode say so and copy nothing`() async throws {
            try await LivePair.prepared { pair in
                pair.secondary.changeSettings { $0.mode = .primary }
                for node in pair.nodes { try node.start() }
                for node in pair.nodes { try await node.awaitReady() }
                for node in pair.nodes { try await node.awaitPeer("same-mode") }
                try await pair.primary.sql(Hotel.room("101"), Hotel.pin("201", "1111"))
                try await Waiting.pass(.seconds(3))
                #expect(await pair.secondary.value("SELECT COUNT(*) FROM comxfailover.room") == "0")
                #expect(await pair.secondary.value("SELECT COUNT(*) FROM comxfailover.personal_voicemail_pin") == "0")
            }
        }

        @Test func `a peer that speaks a newer protocol is named, not believed, and heard again once it is back`()
            async throws
        {
            try await LivePair.running { pair in
                let peer = try await Self.replaced(pair)
                var voices = [peer.voice]
                voices[0].version = .init(rawValue: 2)
                let report = try await peer.hand.speak(as: &voices, to: pair.primary, until: "versions too far apart") {
                    $0.peer?.diagnosis == "versions-too-far-apart"
                }
                #expect(report.peer?.words?.contains("protocol 2") == true)
                #expect((report.peer?.droppedDatagrams["protocol-unknown"] ?? 0) > 0)
                peer.hand.hangUp()
                try pair.secondary.start()
                try await pair.awaitCurrent()
            }
        }

        @Test func `a peer whose clock is ten minutes off is named with the difference`() async throws {
            try await LivePair.running { pair in
                let peer = try await Self.replaced(pair)
                var voices = [peer.voice]
                voices[0].clockShift = .seconds(600)
                let report = try await peer.hand.speak(as: &voices, to: pair.primary, until: "clocks apart") {
                    $0.peer?.diagnosis == "clocks-apart"
                }
                #expect(report.peer?.words?.contains("600 s") == true)
            }
        }

        @Test func `two daemons under the peer's name are named as a clone and nothing is copied from them`()
            async throws
        {
            try await LivePair.running { pair in
                let peer = try await Self.replaced(pair)
                var voices = [peer.voice]
                try await peer.hand.speak(as: &voices, to: pair.primary, until: "a peer that is believed") {
                    $0.peer?.state == "online" || $0.peer?.diagnosis?.hasPrefix("port-closed") == true
                }
                try await pair.secondary.sql(Hotel.stay(node: 2, number: 1, room: "101"))
                try await peer.hand.speak(as: &voices, to: pair.primary, until: "the stay") { report in
                    report.items.contains { $0.name.description == "stays" && $0.rowsApplied > 0 }
                }
                voices.append(PeerVoice(boot: BootID(rawValue: 0xC10E), report: peer.voice.report))
                try await peer.hand.speak(as: &voices, to: pair.primary, until: "a clone") {
                    $0.peer?.diagnosis == "cloned-node"
                }
                try await pair.secondary.sql(Hotel.stay(node: 2, number: 2, room: "102"))
                var looks = 0
                try await peer.hand.speak(as: &voices, to: pair.primary, until: "some looks at the clone") { _ in
                    looks += 1
                    return looks > 5
                }
                #expect(await pair.primary.value("SELECT COUNT(*) FROM comxfailover.stay") == "1")
            }
        }

        @Test func `forged, replayed, truncated and oversized datagrams are counted, and change nothing`() async throws
        {
            try await LivePair.running { pair in
                let report = try await pair.secondary.status()
                let hand = try HandmadePeer(of: pair.secondary)
                var voice = PeerVoice(boot: BootID(rawValue: 0xBAD), report: report)
                let sound = hand.heartbeat(&voice)
                var forged = sound
                forged[forged.count - 1] ^= 1
                for bytes in [forged, Array(sound.prefix(40)), [UInt8](repeating: 7, count: 1_200), [], sound, sound] {
                    hand.send(bytes)
                }
                hand.send(Array("GET / HTTP/1.1\r\nHost: somebody\r\n\r\n".utf8))
                let words = ["forged", "truncated", "oversized", "unproven", "bad-magic"]
                let seen = try await pair.primary.awaitStatus("the drops") { report in
                    words.allSatisfy { (report.peer?.droppedDatagrams[$0] ?? 0) > 0 }
                }
                #expect(seen.peer?.state == "online")
                try await pair.primary.sql(Hotel.room("101"))
                try await pair.secondary.awaitValue("SELECT COUNT(*) FROM comxfailover.room", "1")
                try await pair.primary.awaitPeer(nil)
            }
        }

        @Test func `a recording of the peer's own heartbeats is dropped as replayed`() async throws {
            try await LivePair.running { pair in
                let peer = try await Self.replaced(pair)
                var voices = [peer.voice]
                try await peer.hand.speak(as: &voices, to: pair.primary, until: "a peer that is believed") {
                    $0.peer?.state == "online" || $0.peer?.diagnosis?.hasPrefix("port-closed") == true
                }
                let recording = peer.hand.heartbeat(&voices[0])
                peer.hand.send(recording)
                for _ in 0..<5 { peer.hand.send(recording) }
                try await pair.primary.awaitStatus("the drops") { ($0.peer?.droppedDatagrams["replayed"] ?? 0) >= 5 }
            }
        }

        /// The Secondary's daemon dies, its MariaDB stays, and somebody by hand takes its place.
        private static func replaced(_ pair: LivePair) async throws -> (hand: HandmadePeer, voice: PeerVoice) {
            let report = try await pair.secondary.status()
            try pair.secondary.killDaemon()
            let hand = try HandmadePeer(of: pair.secondary, port: LivePlace.heartbeatPort)
            return (hand, PeerVoice(boot: BootID(rawValue: 0xA11CE), report: report))
        }
    }
}
