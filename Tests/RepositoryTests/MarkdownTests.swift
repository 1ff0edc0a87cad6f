import Testing

@Suite struct MarkdownTests {
    @Test func `each page has one title`() {
        let violations = MarkdownShapes.untitled(Repository.markdownFiles)
        Violation.expectNone(violations)
    }

    @Test func `no link is dead`() {
        let violations = MarkdownShapes.deadLinks(Repository.markdownFiles, exists: Repository.exists) { path in
            Repository.markdownFiles.first { $0.path == path }
        }
        #expect(
            Repository.markdownFiles.contains { file in file.lines.contains { !MarkdownShapes.links(in: $0).isEmpty } })
        Violation.expectNone(violations)
    }

    @Test func `every word of the house that is a type stands in the vocabulary`() throws {
        let page = try #require(Repository.markdownFiles.first { $0.path == "Docs/VOCABULARY.md" })
        let names = Repository.files.filter { $0.isIn("Sources/Vocabulary") && !$0.name.contains("+") }
            .map { $0.name.replacing(".swift", with: "") }
        let missing = names.filter { !page.text.contains("`\($0)`") }
        #expect(names.count > 15)
        #expect(missing.isEmpty, "add these words to Docs/VOCABULARY.md")
    }

    @Test func `a page without a title or with two is found`() {
        let texts = ["## a\n", "# a\n# b\n", "```\n# a\n```\n"]
        #expect(MarkdownShapes.untitled(texts.map { RepositoryFile(path: "A.md", text: $0) }).count == 3)
        #expect(MarkdownShapes.untitled([RepositoryFile(path: "A.md", text: "# a\n```\n# b\n```\n")]).isEmpty)
    }

    @Test(arguments: [
        ("[a](b.md)", 1), ("[a](../README.md)", 0), ("[a](#c)", 1), ("[a](#the-title-1)", 0), ("[a](https://x.y/z)", 0),
        ("[a](../README.md#start)", 0), ("[a](../README.md#end)", 1), ("![a](picture.png)", 1),
        ("```\n[a](b.md)\n```", 0),
    ])
    func `a dead link is found`(text: String, count: Int) {
        let readme = RepositoryFile(path: "README.md", text: "# Start\n")
        let page = RepositoryFile(path: "Docs/A.md", text: "# The `title` 1\n\(text)\n")
        let violations = MarkdownShapes.deadLinks([page], exists: { $0 == "README.md" }) { _ in readme }
        #expect(violations.count == count)
    }
}
