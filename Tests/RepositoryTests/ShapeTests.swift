import Testing

@Suite struct ShapeTests {
    @Test func `the repository was found`() {
        #expect(Repository.swiftFiles.count > 100)
        #expect(Repository.swiftFiles.count { $0.file.isIn("Tests") } > 20)
        #expect(Repository.markdownFiles.count >= 4)
        #expect(Repository.files.contains { $0.path == "Makefile" })
        #expect(Repository.files.contains { $0.path == "Sources/Vocabulary/Epoch.swift" })
        #expect(!Repository.files.contains { $0.path.contains(".build/") })
        #expect(Repository.swiftFiles.reduce(0) { $0 + Shapes.functions(in: $1).count } > 300)
    }

    @Test func `a file holds the one type it is named after`() {
        Violation.expectNone(Shapes.misnamed(Repository.swiftFiles))
    }

    @Test func `no file is too long`() { Violation.expectNone(Shapes.longFiles(Repository.swiftFiles)) }

    @Test func `no function is too long`() { Violation.expectNone(Shapes.longFunctions(Repository.swiftFiles)) }

    @Test func `no line is too long`() { Violation.expectNone(Shapes.longLines(Repository.swiftFiles)) }

    @Test func `no test lacks its attribute`() { Violation.expectNone(TestShapes.forgotten(Repository.swiftFiles)) }

    @Test func `long files, functions and lines are found`() {
        let statements = String(repeating: "    a()\n", count: 69)
        #expect(Shapes.longFunctions([swift("func a(\n) {\n\(statements)}\n")]).count == 1)
        #expect(Shapes.longFunctions([swift("func a() {\n\(statements.dropLast(8))}\n")]).isEmpty)
        #expect(Shapes.longFunctions([swift("protocol A {\n func a()\n}\n\(statements)struct B {}\n")]).isEmpty)
        #expect(Shapes.longFiles([swift(String(repeating: "\n", count: 401))]).count == 1)
        #expect(Shapes.longFiles([swift(String(repeating: "\n", count: 400))]).isEmpty)
        #expect(Shapes.longLines([swift(String(repeating: "ü", count: 121))]).count == 1)
        #expect(Shapes.longLines([swift(String(repeating: "ü", count: 120))]).isEmpty)
    }

    @Test(arguments: [
        ("A.swift", "struct B {}"), ("A.swift", "struct A {}\nprivate enum C {}"), ("A.swift", "extension A {}"),
        ("A+B.swift", "struct A {}"), ("A+B.swift", "extension C {}"),
        ("A.swift", "extension B {\n    struct A {}\n    struct C {}\n}"), ("A.swift", "// nothing"),
        ("A.swift", "package final class AB {\n    struct A {}\n}"),
    ])
    func `a misnamed file is found`(name: String, text: String) {
        #expect(!Shapes.misnamed([swift(text, name)]).isEmpty)
    }

    @Test(arguments: [
        ("A.swift", "struct A {\n    struct B {}\n}\nextension A {}\nextension Int {}"),
        ("A+B.swift", "package extension A {\n    enum C {}\n}"),
        ("Migration7Rooms.swift", "extension SchemaMigration {}"),
        ("A.swift", "extension B {\n    package struct A {\n        enum C {}\n    }\n}"),
        ("A.swift", "@Suite(.serialized) struct A<B> {}"),
        ("A.swift", "package indirect enum A {}"), ("A.swift", "let a = \"\"\"\nstruct B {\n\"\"\"\nstruct A {}"),
    ])
    func `a well named file is not`(name: String, text: String) {
        #expect(Shapes.misnamed([swift(text, name)]).isEmpty)
    }

    @Test func `a test without its attribute is found`() {
        let text = """
            @Suite struct ATests {
                @Test func `one that runs`() {}
                func `one that is forgotten`() {}
                @Test(arguments: [
                    1, 2,
                ])
                func `one with arguments`(a: Int) {}
                func `word`() {}
            }
            """
        let file = SwiftFile(RepositoryFile(path: "Tests/A/ATests.swift", text: text))
        #expect(TestShapes.forgotten([file]).map(\.line) == [3])
    }

    private func swift(_ text: String, _ name: String = "A.swift") -> SwiftFile {
        SwiftFile(RepositoryFile(path: "Sources/Ports/\(name)", text: text))
    }
}
