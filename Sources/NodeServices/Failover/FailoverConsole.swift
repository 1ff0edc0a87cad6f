import PairLogic
import Ports
import Vocabulary

/// Tells which node does what, from the board.
package struct FailoverConsole: FailoverConsolePort {
    let board: NodeBoard
    let hasPeer: Bool
    let asterisk: (any AsteriskPort)?
    let clock: any ClockPort

    /// - Parameters:
    ///   - hasPeer: whether the settings name one.
    ///   - asterisk: this node's own; nil where the settings name none.
    package init(board: NodeBoard, hasPeer: Bool, asterisk: (any AsteriskPort)?, clock: any ClockPort) {
        self.board = board
        self.hasPeer = hasPeer
        self.asterisk = asterisk
        self.clock = clock
    }

    package func services() async -> ServicesReport {
        let content = board.now
        let view = content.view(of: board.mode, hasPeer: hasPeer, asterisk: asterisk)
        return ServicesReport(
            mode: board.mode, at: clock.wallTime(), scopes: content.scopes,
            lines: ServiceChart.lines(in: view).map { line in
                ServicesReport.Line(
                    service: line.service.rawValue, title: line.service.title, now: line.now.word,
                    should: line.should.word, why: line.why)
            })
    }
}

extension ServicePlace {
    /// The stable word in JSON.
    fileprivate var word: String {
        switch self {
        case .node(let mode): mode.rawValue
        case .both: "both"
        case .nobody: "nobody"
        }
    }
}
