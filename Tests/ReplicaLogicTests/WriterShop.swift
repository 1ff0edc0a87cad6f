import ReplicaLogic
import SeededTestKit
import Vocabulary

/// Writers that draw numbers, and commit or roll back in any order, behind a list that may be stale.
struct WriterShop {
    var counter: UInt64 = 1
    var visible: Set<UInt64> = []
    var open: [UInt64: [UInt64]] = [:]
    private var transactions: UInt64 = 100
    private var canary: UInt64?
    private var stale: Set<UInt64> = []

    mutating func step(_ random: inout Seeded) {
        let number = UInt64.random(in: 0..<100, using: &random)
        if open.count < 4, number < 25 {
            transactions += 1
            open[transactions] = [draw()]
        } else if let id = open.keys.sorted().randomElement(using: &random) {
            if number < 50 {
                let drawn = draw()
                open[id]?.append(drawn)
            } else if number < 80 {
                let drawn = open.removeValue(forKey: id) ?? []
                if number < 75 { visible.formUnion(drawn) }
            }
        }
        if number % 3 == 0 { stale = Set(open.keys).union(canary.map { [$0] } ?? []) }
    }

    mutating func carryOut(
        _ directive: SettledHeadMachine.Directive, _ machine: inout SettledHeadMachine, _ step: Int
    ) {
        var following: [SettledHeadMachine.Directive] = []
        switch directive {
        case .tryQuick:
            following = open.isEmpty ? machine.quickSucceeded(drawn: Stamps.at(draw())) : machine.quickRefused()
        case .openCanary:
            let drawn = draw()
            transactions += 1
            canary = transactions
            machine.canaryOpened(
                drawn: Stamps.at(drawn), canary: transactions, at: Instant(nanoseconds: UInt64(step) * 20_000_000))
        case .listTransactions: following = machine.listed(stale)
        case .closeCanary: canary = nil
        case .settled: break
        }
        for next in following { carryOut(next, &machine, step) }
    }

    private mutating func draw() -> UInt64 {
        defer { counter += 1 }
        return counter
    }
}
