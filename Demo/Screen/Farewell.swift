import Foundation
import LabKit
import MariaStore
import Vocabulary

/// How to look at what was left running, and how to stop it.
struct Farewell {
    let stage: Stage

    func write(on paper: Paper) {
        paper.line("\n" + paper.strong("The pair keeps running. Look at it:"))
        for node in stage.nodes { write(node, on: paper) }
        if stage.network.lab != nil { writeLab(on: paper) }
        paper.line("\n" + paper.strong("Stop it and remove everything:"))
        paper.line("  make demo-down")
    }

    private func write(_ node: DemoNode, on paper: Paper) {
        let metrics = "http://127.0.0.1:\(stage.network.metricsPort(node.mode))/metrics"
        let enter = node.host == nil ? [] : lab(["enter", node.mode.rawValue])
        paper.line("\n  \(node.mode)")
        paper.line("    status    " + node.verb(["status", "--watch"]).joined(separator: " "))
        paper.line("    ledger    " + node.verb(["replication", "conflicts"]).joined(separator: " "))
        if node.host != nil {
            paper.line("    asterisk  " + node.verb(["asterisk", "status"]).joined(separator: " "))
        }
        paper.line("    metrics   " + (enter + ["curl", "-s", metrics]).joined(separator: " "))
        paper.line("    database  mariadb --defaults-file=\(node.place.server.optionFile) comxfailover")
        paper.line("    log       \(node.place.log)")
    }

    private func writeLab(on paper: Paper) {
        paper.line("\n  The hotel and the world around them")
        paper.line("    what runs where  " + lab(["status"]).joined(separator: " "))
        for (what, words) in [
            ("cut the link", ["cut", "link"]), ("a power cut", ["kill", "host", "secondary"]),
            ("all right again", ["heal"]),
        ] {
            paper.line(
                "    \(what.padding(toLength: 15, withPad: " ", startingAt: 0))  "
                    + lab(words).joined(separator: " "))
        }
    }

    /// The command line of one of the lab's verbs.
    private func lab(_ words: [String]) -> [String] {
        let program = URL(fileURLWithPath: stage.primary.program).deletingLastPathComponent().path
        return [program + "/comxfailover-lab", words[0], "--of", stage.folder.path] + words.dropFirst()
    }
}
