import Testing

@Suite struct WordTests {
    @Test(arguments: WordRule.all)
    func `the house's words are kept`(rule: WordRule) throws {
        let violations = try rule.violations(in: Repository.files, Repository.swiftFiles)
        Violation.expectNone(violations)
    }

    @Test(arguments: WordRule.all)
    func `each rule finds what breaks it and spares what does not`(rule: WordRule) throws {
        #expect(try count(rule, rule.bad) == 1)
        #expect(try count(rule, rule.good) == 0)
    }

    /// How often a rule is broken, in the first of these places where it holds.
    private func count(_ rule: WordRule, _ text: String) throws -> Int {
        let places = ["Sources/Ports/A.swift", "Tests/PortsTests/A.swift"]
        let files = places.map { RepositoryFile(path: $0, text: text) }.filter(rule.holds).prefix(1)
        #expect(!files.isEmpty)
        return try rule.violations(in: Array(files), files.map(SwiftFile.init)).count
    }
}
