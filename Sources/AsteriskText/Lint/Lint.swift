/// Looks through rendered files for what Asterisk passes over at a reload and fails of at a start.
package enum Lint {
    /// Asterisk cuts longer lines; a step of the dialplan has half of it.
    package static let lineLengthMax = 4_000

    /// Everything that is wrong, in the order of files and lines; nothing is good.
    ///
    /// - Parameter others: contexts that somebody else's files provide.
    package static func findings(in files: RenderedFiles, knowing others: Set<String> = []) -> [LintFinding] {
        let reading = AsteriskFileReading(texts: files.texts)
        var findings = reading.faults
        findings += includes(reading, files)
        findings += SIPLint.findings(in: reading, files)
        findings += DialplanLint.findings(in: reading, others: others.union(foreignContexts(files)))
        findings += markers(reading, files)
        return findings.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    /// Contexts of FreePBX that our files there lead to.
    private static func foreignContexts(_ files: RenderedFiles) -> Set<String> {
        files.hooks.isEmpty ? [] : ["ext-findmefollow", "ext-local", "from-internal", "outbound-allroutes"]
    }

    private static func includes(_ reading: AsteriskFileReading, _ files: RenderedFiles) -> [LintFinding] {
        reading.inclusions.compactMap { inclusion in
            if files.texts[inclusion.target] != nil { return nil }
            if inclusion.directive == "include" {
                return LintFinding(inclusion.file, inclusion.line, .hardInclude(inclusion.target))
            }
            guard inclusion.target.hasPrefix("comxfailover") else { return nil }
            return LintFinding(inclusion.file, inclusion.line, .unknownInclude(inclusion.target))
        }
    }

    private static func markers(_ reading: AsteriskFileReading, _ files: RenderedFiles) -> [LintFinding] {
        let isInSIP = reading.objects("aor").contains(files.expectation.markerAOR)
        let line = "\(LoadExpectation.markerGlobal)=\(files.expectation.generation)"
        let isInDialplan = files.texts.values.contains { $0.split(separator: "\n").contains { $0 == line } }
        return isInSIP && isInDialplan ? [] : [LintFinding("", 0, .missingMarker)]
    }
}
