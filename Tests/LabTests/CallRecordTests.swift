import Foundation
import HotelLogic
import LabKit
import Ports
import Testing
import Vocabulary

extension LabTests {
    @Suite struct CallRecordTests {
        /// The call records that a node has, its own and the peer's.
        private func records(_ host: LabHost) async throws -> [CallReport] {
            let ending = try await host.node.verb(["calls", "list", "--limit", "1000", "--json"])
            guard ending.code == 0 else { return [] }
            return try JSONDecoder().decode([CallReport].self, from: Data(ending.output.utf8))
        }

        @Test func `calls during which both daemons are killed are recorded once on each node, with one id`()
            async throws
        {
            try await Lab.running(.rendered()) { lab in
                let hotel = LabHotel(lab)
                try await hotel.open()
                let desk = try await hotel.staffPhone("101")
                let room = try await hotel.roomPhone("2001")
                for phone in [desk, room] { try await phone.awaitRegistered(at: hotel.home(of: phone)) }
                let first = try await LabConversation(from: desk, to: room)
                for host in lab.hosts { try await lab.inflict(.daemonDead(host.mode)) }
                try await first.end()
                // A whole call while nobody reads.
                try await LabConversation(from: room, to: desk).end()
                for host in lab.hosts { try await lab.heal(.daemonDead(host.mode)) }
                for host in lab.hosts {
                    var last: [CallReport] = []
                    try await LabWaiting.until(
                        "four records on the \(host.mode)", within: .seconds(90), seen: { "\(last)" }
                    ) {
                        last = (try? await records(host)) ?? []
                        return last.count >= 4
                    }
                    let calls = Dictionary(grouping: last, by: \.callID)
                    #expect(calls.count == 2, "\(last)")
                    for legs in calls.values {
                        #expect(Set(legs.map(\.node)) == Set(Mode.allCases) && legs.count == 2, "\(legs)")
                        #expect(legs.allSatisfy { $0.direction == .peer && $0.outcome == .answered }, "\(legs)")
                    }
                }
            }
        }
    }
}
