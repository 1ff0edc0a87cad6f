extension WordRule {
    /// What the code must not say.
    static let code: [WordRule] = [
        WordRule(
            "a function that handles, processes or manages",
            #"func (?!handle\(\s*_ \w+: (Request|Input))(handle|process|manage)([A-Z(<]|\b)"#,
            cure: "say what happened: heard, linkLost, tick(at:)",
            bad: "func handleMessage() {}",
            good: "func heard() {}; func handed() {}; func handle(_ request: Request, context: Context) {}"),
        WordRule(
            "a vague type name", #"\b(struct|class|enum|actor|protocol) \w*(Manager|Helper|Utils?|Handlers?Impl)\b"#,
            cure: "name what it is: …Machine, …Service, …Store, …Port, …Sink",
            bad: "struct LinkManager {}", good: "struct LinkService {}"),
        WordRule(
            "try!", #"\btry!"#, cure: "throw, or use preconditionFailure with the reason",
            bad: "let a = try! b()", good: "let a = try b() // try! is not here"),
        WordRule(
            "as!", #"\bas!"#, cure: "as? and say what else was found", bad: "let a = b as! C", good: "let a = b as? C"),
        WordRule(
            "@unchecked Sendable", #"@unchecked\s+Sendable"#, cure: "a Mutex round a struct",
            bad: "final class A: @unchecked Sendable {}", good: "struct A: Sendable {}"),
        WordRule(
            "nonisolated(unsafe)", #"nonisolated\(unsafe\)"#, cure: "a Mutex round a struct",
            bad: "nonisolated(unsafe) var a = 1", good: "nonisolated func a() {}"),
        WordRule(
            "Task.detached", #"\bTask\.detached"#, cure: "a child task of the service's group",
            bad: "Task.detached { }", good: "group.addTask { }"),
        WordRule(
            "a loose Task", #"\bTask\s*(<[^>]*>)?\s*(\([^)]*\)\s*)?\{"#, cure: "a child task of the service's group",
            bad: "Task { await a() }", good: "group.addTask { await a() }",
            holds: { $0.isIn("Sources") }),
        WordRule(
            "fatalError", #"\bfatalError\("#, cure: "throw, or preconditionFailure with the whole state",
            bad: "fatalError(\"x\")", good: "preconditionFailure(\"x\")"),
        WordRule(
            "print", #"(?<![.\w])print\("#, cure: "log it, or give it back; only the command line prints",
            bad: "print(1)", good: "screen.print(1)",
            holds: { !$0.isIn("Sources/comxfailover", "Demo", "Benchmarks", "Sources/Demo", "Sources/Benchmarks") }),
        WordRule(
            "XCTest", #"\bimport XCTest\b"#, cure: "import Testing", bad: "import XCTest", good: "import Testing"),
        WordRule(
            "a sleeping test", #"\b(Task|Thread)\.sleep\(|(?<![.\w])(?<!func )(u|nano)?sleep\("#,
            cure: "move time by hand; only IntegrationTests wait for real servers",
            bad: "try await Task.sleep(for: .seconds(1))", good: "clock.sleep(for: 1); func sleep() {}",
            holds: { $0.isIn("Tests") && !$0.isIn("Tests/IntegrationTests", "Tests/Support/IntegrationKit") }),
    ]
}
