import MariaStore
import Vocabulary

/// How to look at the pair that was left running, and how to stop it.
struct Farewell {
    let stage: Stage

    func write(on paper: Paper) {
        paper.line("\n" + paper.strong("The pair keeps running. Look at it:"))
        for node in stage.nodes { write(node, on: paper) }
        if stage.network != .loopback { writeCable(on: paper) }
        paper.line("\n" + paper.strong("Stop it and remove everything:"))
        paper.line("  make demo-down")
    }

    private func write(_ node: DemoNode, on paper: Paper) {
        let metrics = "http://127.0.0.1:\(stage.network.metricsPort(node.mode))/metrics"
        let inside = (stage.network.prefix(node.mode) + ["curl", "-s", metrics]).joined(separator: " ")
        paper.line("\n  \(node.mode)")
        paper.line("    status    " + node.verb(["status", "--watch"]).joined(separator: " "))
        paper.line("    ledger    " + node.verb(["replication", "conflicts"]).joined(separator: " "))
        paper.line("    metrics   \(inside)")
        paper.line("    database  mariadb --defaults-file=\(stage.folder.server(node.mode).optionFile) comxfailover")
        paper.line("    log       \(stage.folder.log(node.mode))")
    }

    private func writeCable(on paper: Paper) {
        guard case .namespaces(_, let secondary) = stage.network else { return }
        paper.line("\n  The cable between them")
        paper.line("    pull it   ip -n \(secondary) link set peer0 down")
        paper.line("    back      ip -n \(secondary) link set peer0 up")
    }
}
