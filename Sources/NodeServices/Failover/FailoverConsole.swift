import PairLogic
import Ports
import Vocabulary

/// Tells which node does what, from the board, and hands on what operators want changed.
package struct FailoverConsole: FailoverConsolePort {
    let board: NodeBoard
    let hasPeer: Bool
    let asterisk: (any AsteriskPort)?
    let clock: any ClockPort
    let reigns: ReignService

    /// - Parameters:
    ///   - hasPeer: whether the settings name one.
    ///   - asterisk: this node's own; nil where the settings name none.
    package init(
        board: NodeBoard, hasPeer: Bool, asterisk: (any AsteriskPort)?, clock: any ClockPort, reigns: ReignService
    ) {
        self.board = board
        self.hasPeer = hasPeer
        self.asterisk = asterisk
        self.clock = clock
        self.reigns = reigns
    }

    package func services() async -> ServicesReport {
        let content = board.now
        return ServicesReport(
            mode: board.mode, at: clock.wallTime(), scopes: content.scopes,
            lines: ServiceChart.lines(in: view(content)).map { line in
                ServicesReport.Line(
                    service: line.service.rawValue, title: line.service.title, now: line.now.word,
                    should: line.should.word, why: line.why)
            })
    }

    func view(_ content: NodeBoard.Content) -> PairView {
        content.view(of: board.mode, hasPeer: hasPeer, asterisk: asterisk)
    }
}

extension ServicePlace {
    /// The stable word in JSON.
    var word: String {
        switch self {
        case .node(let mode): mode.rawValue
        case .both: "both"
        case .nobody: "nobody"
        }
    }
}
