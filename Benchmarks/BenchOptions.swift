import ArgumentParser
import Foundation

/// What every measurement may be told.
struct BenchOptions: ParsableArguments {
    @Option(help: "A folder for servers and daemons; it is emptied first and removed afterwards.")
    var folder = "/tmp/comxfailover-bench"

    @Flag(help: "Print the report as JSON.")
    var json = false

    @Flag(help: "Print the report as a Markdown table.")
    var markdown = false

    @Option(help: "Write the table between the markers of this Markdown file.")
    var into: String?

    /// Runs measurements and reports them.
    func report(_ command: String, _ measure: (Bench) async throws -> [Measurement]) async throws {
        let bench = Bench(folder: folder)
        try bench.clear()
        defer { try? bench.clear() }
        let machine = MachineFacts.now(command: command)
        let report = BenchReport(machine: machine, measurements: try await measure(bench))
        if let into { try MarkdownPage(path: into).replaceTable(with: report.markdown) }
        if json {
            print(try report.jsonText())
        } else {
            print(markdown ? report.markdown : report.text)
        }
    }
}
