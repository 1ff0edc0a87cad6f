import LabKit
import Ports
import Testing
import Vocabulary

extension LabTests {
    /// Each fault does what it says, nothing else, and can be healed.
    @Suite struct FaultTests {
        @Test(arguments: Topology.allCases)
        func `cables are cut one by one`(topology: Topology) async throws {
            try await Lab.running(LabOptions(topology, hasNodes: false, hasAsterisk: false)) { lab in
                let phone = try await lab.network.attach(.lan(101))
                let link = lab.addresses.peerLink(.primary)
                func reached() async throws -> [Bool] {
                    [
                        try await Reaching.can(link, from: lab.secondary),
                        try await Reaching.can(lab.addresses.fromPhones(.primary), from: phone),
                        try await Reaching.can(lab.addresses.fromPhones(.secondary), from: phone),
                        try await Reaching.can(LabAddresses.provider, from: lab.secondary),
                    ]
                }
                func see(_ wanted: [Bool]) async throws {
                    var last: [Bool] = []
                    try await LabWaiting.until(
                        "link, Primary, Secondary, world: \(wanted)", within: .seconds(30), seen: { "\(last)" }
                    ) {
                        last = try await reached()
                        return last == wanted
                    }
                }
                try await see([true, true, true, true])
                try await lab.inflict(.peerLinkCut)
                try await see([false, true, true, true])
                try await lab.heal(.peerLinkCut)
                try await see([true, true, true, true])
                try await lab.inflict(.uplinkCut)
                let inHotel = topology == .premise
                try await see([inHotel, inHotel, true, false])
                try await lab.heal(.uplinkCut)
                try await see([true, true, true, true])
                // With the server's power its link goes; the phones' way to the cloud does not.
                try await lab.inflict(.hostDead(.secondary))
                try await see([false, true, false, false])
                try await lab.heal(.hostDead(.secondary))
                try await see([true, true, true, true])
            }
        }

        @Test func `a phone keeps its way out whatever is plugged in beside it`() async throws {
            try await Lab.running(LabOptions(hasNodes: false, hasAsterisk: false)) { lab in
                let phone = try await lab.network.attach(.lan(101))
                #expect(try await Reaching.can(LabAddresses.cloud, from: phone))
                _ = try await lab.network.attach(.lan(102))
                // By itself a switch takes the lowest address of its cables for its own.
                try await lab.name.namespace(.router).demand(
                    ["ip", "link", "set", "dev", "lan102", "address", "00:00:5e:00:53:01"])
                #expect(try await Reaching.can(LabAddresses.cloud, from: phone))
            }
        }

        @Test func `programs die and stand still alone`() async throws {
            try await Lab.running { lab in
                let host = lab.secondary
                for host in lab.hosts { try await host.node.awaitPeer("online") }
                let before = try #require(programs(host))
                try await lab.inflict(.asteriskDead(.secondary))
                #expect(host.asterisk.process == nil)
                #expect(host.node.daemon == before[1] && host.node.databaseServer == before[2])
                try await lab.primary.asterisk.awaitTrunk("Unavail")
                try await lab.heal(.asteriskDead(.secondary))
                try await lab.primary.asterisk.awaitTrunk("Avail")

                try await lab.inflict(.daemonFrozen(.secondary))
                #expect(host.node.daemon?.isFrozen == true)
                try await lab.primary.node.awaitStatus("the peer not online") { $0.peer?.state != "online" }
                try await lab.heal(.daemonFrozen(.secondary))
                try await lab.primary.node.awaitPeer("online")
                #expect(host.node.daemon == before[1])

                try await lab.inflict(.databaseDead(.secondary))
                try await lab.heal(.databaseDead(.secondary))
                #expect(host.node.databaseServer != before[2])

                try await lab.inflict(.daemonDead(.secondary))
                #expect(host.node.daemon == nil)
                #expect(host.node.databaseServer != nil && host.asterisk.process != nil)
                try await lab.heal(.daemonDead(.secondary))
                for host in lab.hosts { try await host.node.awaitPeer("online") }
            }
        }

        @Test func `a host that lost its power comes back with everything`() async throws {
            try await Lab.running { lab in
                for host in lab.hosts { try await host.node.awaitPeer("online") }
                try await lab.inflict(.hostDead(.primary))
                #expect(!lab.primary.isOn)
                #expect(programs(lab.primary) == nil)
                try await lab.secondary.node.awaitStatus("the peer not online") { $0.peer?.state != "online" }
                try await lab.secondary.asterisk.awaitTrunk("Unavail")
                try await lab.healAll()
                for host in lab.hosts { try await host.node.awaitPeer("online") }
                try await lab.secondary.asterisk.awaitTrunk("Avail")
            }
        }

        /// Asterisk, daemon and MariaDB; nil where one of them does not run.
        private func programs(_ host: LabHost) -> [LabProcess]? {
            let found = [host.asterisk.process, host.node.daemon, host.node.databaseServer].compactMap { $0 }
            return found.count == 3 ? found : nil
        }
    }
}
