import Foundation
import Glibc
import LabKit
import Testing
import Vocabulary

extension LabTests {
    @Suite struct UpAndDownTests {
        @Test(arguments: Topology.allCases)
        func `a lab comes up whole, and nothing of it is left`(topology: Topology) async throws {
            let name = LabName.fresh()
            let clock = ContinuousClock()
            let start = clock.now
            let lab = try await Lab.put(up: LabOptions(topology), name: name)
            let up = clock.now - start
            Measures.note("\(topology): the lab is up", up)
            #expect(up < .seconds(60))
            let traces = try await MachineTraces.now(name)
            #expect(traces.namespaces.count == 4)
            let programs = Set(traces.processes.compactMap { $0.split(separator: " ").last.map(String.init) })
            #expect(programs.isSuperset(of: ["asterisk", "comxfailover"]))
            for host in lab.hosts { try await host.node.awaitPeer("online") }
            for host in lab.hosts { try await host.asterisk.awaitTrunk("Avail") }
            Measures.note("\(topology): the pair sees each other, the trunk is up", clock.now - start)
            // Somebody else, who knows no more than the name, takes it away.
            let down = clock.now
            try await LabFolder(name).clear(name)
            Measures.note("\(topology): the lab is gone", clock.now - down)
            #expect(try await MachineTraces.now(name) == .none)
            #expect(!FileManager.default.fileExists(atPath: lab.folder.path))
        }

        @Test func `a lab whose owner was killed is taken away by the next one`() async throws {
            let name = LabName.fresh()
            // A process that has ended: its number stands for a test run that was killed.
            let ended = try await LabCommand.demand(["sh", "-c", "echo $$"])
            let owner = try #require(pid_t(ended.trimmingCharacters(in: .whitespacesAndNewlines)))
            _ = try await Lab.put(up: LabOptions(hasNodes: false), name: name, owner: owner)
            #expect(try await MachineTraces.now(name) != .none)
            try await LabFolder.sweep()
            #expect(try await MachineTraces.now(name) == .none)
        }

        @Test func `labs live side by side`() async throws {
            let options = LabOptions(hasNodes: false, hasAsterisk: false)
            try await Lab.running(options) { one in
                try await Lab.running(options) { other in
                    #expect(one.name != other.name)
                    try await ping(other.addresses.peerLink(.primary), from: other.secondary)
                }
                try await ping(one.addresses.peerLink(.primary), from: one.secondary)
            }
        }

        private func ping(_ address: String, from host: LabHost) async throws {
            try await LabWaiting.until("\(address) answers", within: .seconds(20)) {
                try await Reaching.can(address, from: host)
            }
        }
    }
}
