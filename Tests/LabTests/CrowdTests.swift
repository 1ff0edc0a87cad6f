import LabKit
import Testing
import Vocabulary

extension LabTests {
    @Suite struct CrowdTests {
        @Test func `two thousand phones register through the hotel's router while calls go on, and none is lost`()
            async throws
        {
            var plan = LabPlan()
            plan.crowd = 2_000
            try await Lab.running(LabOptions(hasNodes: false, plan: plan)) { lab in
                let primary = lab.addresses.fromPhones(.primary)
                let carrier = try await lab.carrier()
                async let calls = carrier.call(
                    LabPlan.echo, at: primary, count: 100, rate: 20, lasting: .seconds(1), within: .seconds(120))
                for count in [1_000, 2_000] {
                    let outcome = try await lab.registerCrowd(count, at: primary)
                    #expect(outcome.succeeded == count)
                    #expect(outcome.failed == 0)
                    Measures.note("\(count) registrations through NAT", outcome.took)
                    Measures.note("  slowest in a hundred: \(outcome.percentile(99) ?? 0) ms")
                    try await lab.primary.asterisk.awaitCommand("pjsip show contacts", "\(count) contacts") {
                        $0.contains("Objects found: ") && contacts($0) >= count
                    }
                }
                let finished = try await calls
                #expect(finished.succeeded == 100)
                #expect(finished.milliseconds.count == 100)
                Measures.note("call set-up beside it, p99: \(finished.percentile(99) ?? 0) ms")
            }
        }

        private func contacts(_ answer: String) -> Int {
            answer.firstRange(of: "Objects found: ").flatMap { Int(answer[$0.upperBound...].prefix { $0.isNumber }) }
                ?? 0
        }
    }
}
