import Testing
import Vocabulary

@testable import PairLogic

/// The chart for people, as the house's design has it, against the chart in code.
struct ServiceChartTests {
    private static let well = NodeAbility()
    private static let allWell = Views(.secondary, .primary, .primary, .heard(well))
    private static let secondaryDown = Views(.secondary, .primary, .primary, .unheard(asteriskAnswers: false))
    private static let primaryDown = Views(.secondary, .primary, .secondary, .unheard(asteriskAnswers: false))
    private static let takenOver = Views(.primary, .primary, .primary, .unheard(asteriskAnswers: false))
    private static let cameBack = Views(.primary, .primary, .primary, .heard(well))
    private static let lostForGood = Views(.secondary, .secondary, .secondary, .unheard(asteriskAnswers: false))
    private static let crosswise = Views(.primary, .secondary, .primary, .heard(well))

    private struct Views {
        let view: PairView

        init(_ guest: Mode, _ configuration: Mode, _ own: Mode, _ peer: PeerPresence) {
            view = PairView(
                own: own, guest: .node(guest), configuration: .node(configuration), ability: NodeAbility(), peer: peer)
        }
    }

    /// P and S for the nodes, B for both, - for nobody. Columns: all well; the Secondary down; the Primary down;
    /// failover disabled on the Primary; the same with the Secondary back; the Primary lost for good and its part taken
    /// over; crosswise.
    private static let expected: [(HotelService, String)] = [
        (.staffExtensions, "PPSPPSP"),
        (.guestExtensions, "SPSPSSS"),
        (.callsBetween, "BPSPBSB"),
        (.telephonySettings, "BPSPBSB"),
        (.managementLinks, "S-SPPSP"),
        (.stays, "S-SPPSP"),
        (.wakeUpsSet, "S-SPPSP"),
        (.wakeUpsRing, "SPSPPSP"),
        (.personalSettings, "BPSPBSB"),
        (.callRecords, "BPSPBSB"),
        (.callStream, "PP-PPSS"),
        (.callAccounting, "PP-PPSS"),
        (.dashboards, "PPSPPSS"),
        (.consoles, "S-SPPSP"),
        (.voicemail, "BPSPBSB"),
        (.recordings, "PPSPPSS"),
        (.failoverSettings, "BPSPBSB"),
        (.replicatedItems, "PP-PPSS"),
    ]

    @Test func `each service runs where the design says`() {
        let situations = [
            Self.allWell, Self.secondaryDown, Self.primaryDown, Self.takenOver, Self.cameBack, Self.lostForGood,
            Self.crosswise,
        ]
        #expect(Self.expected.map(\.0) == HotelService.allCases)
        for (service, places) in Self.expected {
            let found = situations.map { Self.letter(ServiceChart.line(of: service, in: $0.view).now) }.joined()
            #expect(found == places, "\(service.title)")
        }
    }

    @Test func `the chart has a line for each service, in the order of the design`() {
        #expect(ServiceChart.lines(in: Self.allWell.view).map(\.service) == HotelService.allCases)
        #expect(HotelService.allCases.filter(\.isExclusive) == [.managementLinks, .callStream])
    }

    @Test func `where all is well each service runs where it should`() {
        for line in ServiceChart.lines(in: Self.allWell.view) { #expect(line.now == line.should, "\(line.service)") }
    }

    @Test func `a line tells why a service is away`() {
        let pms = ServiceChart.line(of: .managementLinks, in: Self.secondaryDown.view)
        #expect(pms.should == .node(.secondary))
        #expect(pms.why == "the Secondary is not heard; the PMS queues")
        let ringing = ServiceChart.line(of: .wakeUpsRing, in: Self.secondaryDown.view)
        #expect(ringing.why == "the Secondary is not heard: the Primary rings what is due")
        let taken = ServiceChart.line(of: .managementLinks, in: Self.takenOver.view)
        #expect(taken.why == "the Primary owns guest, away from its home")
    }

    @Test func `a daemon that is dead takes no phone away from an Asterisk that lives`() {
        var view = Self.allWell.view
        view.peer = .unheard(asteriskAnswers: true)
        #expect(ServiceChart.line(of: .guestExtensions, in: view).now == .node(.secondary))
        #expect(ServiceChart.line(of: .callsBetween, in: view).now == .both)
        #expect(ServiceChart.line(of: .wakeUpsRing, in: view).now == .node(.primary))
    }

    @Test func `an owner without Asterisk hands its wake-ups over and keeps its link to the PMS`() {
        var view = Self.allWell.view
        view.peer = .heard(NodeAbility(asterisk: .down))
        #expect(ServiceChart.line(of: .wakeUpsRing, in: view).now == .node(.primary))
        #expect(ServiceChart.line(of: .managementLinks, in: view).now == .node(.secondary))
    }

    @Test func `a node without Asterisk is not called one that does not answer, and who is missing is said`() {
        var view = Self.allWell.view
        view.ability = NodeAbility(asterisk: .none)
        view.peer = .heard(NodeAbility(asterisk: .none))
        #expect(ServiceChart.line(of: .staffExtensions, in: view).why == "the Primary has no Asterisk")
        #expect(ServiceChart.line(of: .callsBetween, in: view).why == "no Asterisk answers on either node")
        view.ability = NodeAbility()
        let voicemail = ServiceChart.line(of: .voicemail, in: view)
        #expect(voicemail.now == .node(.primary))
        #expect(voicemail.why.hasPrefix("the Secondary has no Asterisk; "), "\(voicemail.why)")
        view.guest = .inDoubt
        view.ability = NodeAbility(asterisk: .down)
        let ringing = ServiceChart.line(of: .wakeUpsRing, in: view)
        #expect(ringing.now == .nobody && ringing.why.hasSuffix("and neither node can ring"))
    }

    @Test func `what a takeover would move is told from two charts`() {
        let old = Self.secondaryDown.view
        let moves = ServiceChart.moves(from: old, to: old.with(.node(.primary), of: .guest))
        #expect(moves.map(\.service) == [.managementLinks, .stays, .wakeUpsSet, .consoles])
        #expect(moves.allSatisfy { $0.from == .nobody && $0.to == .node(.primary) })
    }

    private static func letter(_ place: ServicePlace) -> String {
        switch place {
        case .node(.primary): "P"
        case .node(.secondary): "S"
        case .both: "B"
        case .nobody: "-"
        }
    }
}
