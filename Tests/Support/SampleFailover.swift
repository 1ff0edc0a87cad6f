import PairLogic
import Ports
import Vocabulary

/// What changes of ownership would do in the sample hotel.
package enum SampleFailover {
    /// The Primary takes the guests over while the Secondary is not heard.
    package static var takeover: ReignPreviewReport {
        let view = PairView(
            own: .primary, guest: .node(.secondary), configuration: .node(.primary), ability: NodeAbility(),
            peer: .unheard(asteriskAnswers: false))
        let moves = ServiceChart.moves(from: view, to: view.with(.node(.primary), of: .guest))
        return ReignPreviewReport(
            scope: .guest, formerOwner: .secondary, owner: .primary, epoch: Epoch(rawValue: 2), refusal: nil,
            forcing: nil,
            moves: moves.map { move in
                .init(
                    service: move.service.rawValue, title: move.service.title,
                    from: SampleServices.word(move.from), to: SampleServices.word(move.to), why: move.why)
            })
    }
}
