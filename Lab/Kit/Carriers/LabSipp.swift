import Glibc
import Vocabulary

/// One run of sipp in a namespace: its scenario, its files and its process.
struct LabSipp: Sendable {
    private static let endMax = Duration.seconds(10)

    let lab: LabName
    let namespace: NetworkNamespace
    /// A folder of its own, where sipp leaves what it writes.
    let folder: String
    let scenario: SippScenario

    private var scenarioFile: String { "\(folder)/\(scenario.name).xml" }
    private var statisticsFile: String { "\(folder)/statistics.csv" }
    var messagesFile: String { "\(folder)/messages.log" }
    private var log: String { folder + "/log" }

    /// Starts it; it goes on by itself.
    ///
    /// - Parameter lines: what each call takes its fields from.
    func start(_ arguments: [String], lines: [String] = []) throws(LabFailure) -> LabProcess {
        try LabFile.make([folder])
        LabFile.remove(statisticsFile)
        try LabFile.write(scenario.text, to: scenarioFile)
        var words = ["sipp", "-sf", scenarioFile, "-nostdin", "-trace_stat", "-stf", statisticsFile, "-fd", "1"]
        words += ["-trace_logs", "-log_file", messagesFile, "-trace_err", "-error_file", folder + "/errors.log"]
        if !lines.isEmpty {
            try LabFile.write("SEQUENTIAL\n" + lines.map { $0 + "\n" }.joined(), to: folder + "/lines.csv")
            words += ["-inf", folder + "/lines.csv"]
        }
        // sipp names its file of times by itself, and puts it where it stands.
        let place = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder]
        return try LabProcess.start(["env", lab.mark] + namespace.prefix + place + words + arguments, log: log)
    }

    /// Runs it to its end.
    func run(_ arguments: [String], lines: [String] = [], within limit: Duration) async throws -> SippOutcome {
        LabFile.remove(folder)
        let process = try start(arguments + ["-trace_rtt", "-rtt_freq", "1"], lines: lines)
        let took: Duration
        do {
            took = try await LabWaiting.until("sipp's end", within: limit, seen: { words }) { !process.isAlive }
        } catch {
            process.send(SIGKILL)
            _ = process.isAlive
            throw error
        }
        guard let statistics = LabFile.text(statisticsFile) else {
            throw LabFailure.program("sipp", said: words)
        }
        let times = LabFile.names(in: folder).first { $0.hasSuffix("_rtt.csv") }
        return SippOutcome(
            statistics: statistics, times: times.flatMap { LabFile.text("\(folder)/\($0)") } ?? "", took: took)
    }

    /// Whether one that was started is ready.
    var hasBegun: Bool { LabFile.exists(statisticsFile) }

    /// Ends one that was started.
    func end(_ process: LabProcess) async throws {
        process.send(SIGKILL)
        try await LabWaiting.until("sipp's end", within: Self.endMax) { !process.isAlive }
    }

    /// Its last complaints, for a failure's words.
    var words: String { LabFile.tail(log) + "\n" + LabFile.tail(folder + "/errors.log") }
}
