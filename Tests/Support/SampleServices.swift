import PairLogic
import Ports
import Vocabulary

/// The service chart of the sample hotel.
package enum SampleServices {
    /// As the Primary sees it while the Secondary is not heard.
    package static var secondaryDown: ServicesReport { report(peer: .unheard(asteriskAnswers: false)) }

    /// As the Primary sees it when all is well.
    package static var allWell: ServicesReport { report(peer: .heard(NodeAbility())) }

    private static func report(peer: PeerPresence) -> ServicesReport {
        let view = PairView(
            own: .primary, guest: .node(.secondary), configuration: .node(.primary), ability: NodeAbility(), peer: peer)
        return ServicesReport(
            mode: .primary, at: SampleReports.now, scopes: SampleReports.scopes,
            lines: ServiceChart.lines(in: view).map { line in
                ServicesReport.Line(
                    service: line.service.rawValue, title: line.service.title, now: word(line.now),
                    should: word(line.should), why: line.why)
            })
    }

    static func word(_ place: ServicePlace) -> String { place.description.lowercased() }
}
