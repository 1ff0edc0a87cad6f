import Testing
import Vocabulary

@testable import PairLogic

struct DecisionLogTests {
    private func decision(_ number: Int) -> Decision {
        Decision(
            at: WallTime(microseconds: Int64(number)), subject: .peer, decision: "decision \(number)",
            evidence: ["because of \(number)"])
    }

    private func log(of count: Int) -> DecisionLog {
        var log = DecisionLog()
        for number in 0..<count { log.record(decision(number)) }
        return log
    }

    @Test func `an empty log has nothing to tell`() {
        #expect(DecisionLog().newest() == [])
    }

    @Test func `the newest comes first`() {
        #expect(log(of: 3).newest() == [decision(2), decision(1), decision(0)])
        #expect(log(of: 3).newest(1) == [decision(2)])
        #expect(log(of: 3).newest(0) == [])
        #expect(log(of: 3).newest(-1) == [])
    }

    @Test(arguments: [199, 200, 201, 399, 400, 1_234])
    func `at its limit the oldest make room`(count: Int) {
        let kept = log(of: count).newest()
        #expect(kept.count == min(count, DecisionLog.countMax))
        #expect(kept == (0..<count).reversed().prefix(DecisionLog.countMax).map { decision($0) })
    }
}
