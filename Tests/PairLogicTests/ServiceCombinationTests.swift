import Testing
import Vocabulary

@testable import PairLogic

/// What must hold in every combination of owners, peer and health.
struct ServiceCombinationTests {
    private static let exclusive: [(HotelService, Scope)] = [(.managementLinks, .guest), (.callStream, .configuration)]

    @Test func `an exclusive duty is taken by an owner that is whole and knows the truth, and by nobody else`() {
        for view in ServiceCombinations.views {
            for (service, scope) in Self.exclusive {
                let now = ServiceChart.line(of: service, in: view).now
                #expect(now != .both)
                let isWhole = view.ability.isDatabaseUp && !view.ability.isRestored && !view.ability.isCloned
                let knowsTruth = view.peer != .unknown && !Self.peer(of: view) { $0.isCloned }
                let isOwner = view.holder(of: scope) == .node(view.own)
                #expect(now.includes(view.own) == (isOwner && isWhole && knowsTruth), "\(service) in \(view)")
            }
        }
    }

    @Test func `two nodes that hear each other and agree on the owners read the same chart`() {
        for (primary, secondary) in ServiceCombinations.worlds {
            for service in HotelService.allCases {
                let (one, other) = (
                    ServiceChart.line(of: service, in: primary), ServiceChart.line(of: service, in: secondary)
                )
                #expect(one.now == other.now && one.should == other.should, "\(service) in \(primary)")
            }
        }
    }

    @Test func `two nodes that do not hear each other never both take an exclusive duty of one owner`() {
        for (primary, secondary) in ServiceCombinations.worlds {
            var (one, other) = (primary, secondary)
            for silence in [PeerPresence.unknown, .unheard(asteriskAnswers: true), .unheard(asteriskAnswers: false)] {
                (one.peer, other.peer) = (silence, silence)
                for (service, _) in Self.exclusive {
                    let both =
                        ServiceChart.line(of: service, in: one).now.includes(.primary)
                        && ServiceChart.line(of: service, in: other).now.includes(.secondary)
                    #expect(!both, "\(service) in \(one)")
                }
            }
        }
    }

    @Test func `a node that can ring and hears nobody who can rings, whoever owns what`() {
        for view in ServiceCombinations.views where view.ability.asterisk == .up {
            let now = ServiceChart.line(of: .wakeUpsRing, in: view).now
            let isPeerAble = Self.peer(of: view) { theirs in
                theirs.asterisk == .up && theirs.isDatabaseUp && !theirs.isRestored && !theirs.isCloned
            }
            if !isPeerAble, now.includes(view.own) == false {
                // Then the one who rings has an Asterisk, is heard, and is the owner, whose rows are the newer ones.
                let isRinging = Self.peer(of: view) { $0.asterisk == .up }
                #expect(view.guest == .node(view.own.peer) && isRinging, "\(view)")
            }
            #expect(now != .nobody, "\(view)")
        }
    }

    @Test func `wake-ups are rung by one node alone unless their owner is in doubt`() {
        for view in ServiceCombinations.views where view.guest != .inDoubt {
            #expect(ServiceChart.line(of: .wakeUpsRing, in: view).now != .both, "\(view)")
        }
    }

    @Test func `phones and calls depend on the two Asterisks alone`() {
        let services: [HotelService] = [.staffExtensions, .guestExtensions, .callsBetween, .voicemail, .callRecords]
        for view in ServiceCombinations.views {
            var plain = view
            (plain.guest, plain.configuration) = (.node(.secondary), .node(.primary))
            plain.ability = NodeAbility(asterisk: view.ability.asterisk)
            for service in services {
                let now = ServiceChart.line(of: service, in: view).now
                #expect(now == ServiceChart.line(of: service, in: plain).now)
                #expect(view.ability.asterisk != .up || now != .nobody)
            }
        }
    }

    @Test func `a restored or cloned node holds nothing that an owner alone may do`() {
        let services = HotelService.allCases.filter {
            switch ServiceChart.rule(of: $0) {
            case .exclusive, .owner, .ownerOrCopy: true
            case .phones, .acrossTrunk, .eachNode, .wherePhonesAre, .ownerOrAble: false
            }
        }
        for view in ServiceCombinations.views where view.ability.isRestored || view.ability.isCloned {
            for service in services {
                #expect(!ServiceChart.line(of: service, in: view).now.includes(view.own), "\(service) in \(view)")
            }
        }
    }

    @Test func `every line says why, in one sentence without a full stop`() {
        for view in ServiceCombinations.views {
            for line in ServiceChart.lines(in: view) {
                #expect(!line.why.isEmpty && !line.why.hasSuffix("."), "\(line)")
            }
        }
    }

    private static func peer(of view: PairView, isSo: (NodeAbility) -> Bool) -> Bool {
        guard case .heard(let theirs) = view.peer else { return false }
        return isSo(theirs)
    }
}
