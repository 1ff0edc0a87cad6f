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
    let takesWakeUps: @Sendable () -> Bool

    /// - Parameters:
    ///   - hasPeer: whether the settings name one.
    ///   - asterisk: this node's own; nil where the settings name none.
    ///   - takesWakeUps: whether wake-ups are accepted here now, though the other node owns the guests.
    package init(
        board: NodeBoard, hasPeer: Bool, asterisk: (any AsteriskPort)?, clock: any ClockPort, reigns: ReignService,
        takesWakeUps: @escaping @Sendable () -> Bool = { false }
    ) {
        self.takesWakeUps = takesWakeUps
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
                let (now, why) = seen(line, content)
                return ServicesReport.Line(
                    service: line.service.rawValue, title: line.service.title, now: now.word,
                    should: line.should.word, why: why)
            })
    }

    /// What the chart cannot know: who rings, and whether the settings accept wake-ups here.
    private func seen(_ line: ServiceLine, _ content: NodeBoard.Content) -> (now: ServicePlace, why: String) {
        if line.service == .wakeUpsRing { return ringing(line, content) }
        guard line.service == .wakeUpsSet, line.now == .nobody, takesWakeUps() else { return (line.now, line.why) }
        return (
            .node(board.mode),
            "the \(board.mode.peer) is not heard: this node accepts them (guests.accept_wake_ups); both merge"
        )
    }

    /// Who rings is told by ringing itself; the chart only says who should.
    private func ringing(_ line: ServiceLine, _ content: NodeBoard.Content) -> (now: ServicePlace, why: String) {
        guard let report = RingingReport(content) else { return (line.now, line.why) }
        let nodes = (report.rings ? [board.mode] : []) + (report.peerRings == true ? [board.mode.peer] : [])
        let now = nodes.count == 1 ? ServicePlace.node(nodes[0]) : nodes.isEmpty ? .nobody : .both
        let isKept = report.ability != "unkept"
        return (now, line.why + (isKept ? "" : "; the \(board.mode) cannot write down what it does"))
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
