/// All claims in one table, with what was measured and what was allowed.
struct ClaimTable {
    let claims: [Claim]

    func write(on paper: Paper) {
        let rows = claims.map { [$0.words, $0.measured, $0.limit] }
        let headings = ["CLAIM", "MEASURED", "LIMIT"]
        let widths = headings.indices.map { column in ([headings] + rows).map { $0[column].count }.max() ?? 0 }
        paper.line("\n" + paper.strong("What was proved"))
        paper.faint(line(headings, widths) + "  RESULT")
        for (claim, row) in zip(claims, rows) { paper.line(line(row, widths) + "  " + result(claim, paper)) }
        paper.line()
        paper.line(verdict(paper))
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
    }

    private func result(_ claim: Claim, _ paper: Paper) -> String {
        switch claim.verdict {
        case .holds: paper.good("pass")
        case .fails: paper.bad("FAIL")
        case .leftOut: paper.caution("left out")
        }
    }

    private func verdict(_ paper: Paper) -> String {
        let failed = claims.count { $0.verdict == .fails }
        let held = claims.count { $0.verdict == .holds }
        let out = claims.count - failed - held
        let rest = out > 0 ? ", \(out) left out on this machine" : ""
        return failed == 0
            ? paper.good("\(held) claims hold\(rest).") : paper.bad("\(failed) of \(claims.count) claims FAIL\(rest).")
    }
}
