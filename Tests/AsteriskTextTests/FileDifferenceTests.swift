import Testing
import Vocabulary

@testable import AsteriskText

@Suite struct FileDifferenceTests {
    @Test func `equal files have no difference`() throws {
        let files = RenderedFiles(try SampleHouse.plan())
        #expect(FileDifference.between(files.texts, files.texts).isEmpty)
    }

    @Test func `a change is shown with what stands round it`() {
        let old = (1...9).map { "\($0)\n" }.joined()
        let differences = FileDifference.between(["a": old], ["a": old.replacing("5", with: "five")])
        #expect(
            differences.map(\.lines) == [
                ["--- a", "+++ a", "@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8"]
            ])
    }

    @Test func `changes far apart are two pieces`() {
        let old = (1...30).map { "\($0)\n" }.joined()
        let new = old.replacing("2\n3\n", with: "2\nthree\n").replacing("28\n", with: "")
        let lines = FileDifference.between(["a": old], ["a": new])[0].lines
        #expect(lines.count { $0.hasPrefix("@@") } == 2)
        #expect(lines.contains("-28"))
        #expect(lines.contains("@@ -25,6 +25,5 @@"))
    }

    @Test func `a file that comes or goes is shown whole`() {
        #expect(
            FileDifference.between([:], ["a": "x\n"])[0].lines == ["--- (nothing)", "+++ a", "@@ -1,0 +1,1 @@", "+x"])
        #expect(
            FileDifference.between(["a": "x\n"], [:])[0].lines == ["--- a", "+++ (nothing)", "@@ -1,1 +1,0 @@", "-x"])
    }

    @Test func `no password and no PIN is shown`() throws {
        let files = RenderedFiles(try SampleHouse.plan())
        let shown = FileDifference.between([:], files.texts).map(\.description).joined()
        for secret in ["shared-by-guests", "between-the-nodes", "front-desk", "kitchen\n", "4711"] {
            #expect(!shown.contains(secret))
        }
        #expect(shown.contains("password=(secret)"))
    }

    @Test func `more changes than are compared are shown as replaced`() {
        let count = FileDifference.comparedLinesMax + 1
        let old = (0..<count).map { "a\($0)\n" }.joined()
        let lines = FileDifference.between(["a": old], ["a": old.replacing("a", with: "b")])[0].lines
        #expect(lines.count == 3 + 2 * count)
    }
}
