import Synchronization
import Vocabulary

/// The telephone network: it answers calls that come out of the hotel, and sends calls in.
package final class LabCarrier: Sendable {
    private static let sipPort = 5060
    private static let callPort = 5070
    private static let startMax = Duration.seconds(10)

    package let address: String
    private let namespace: NetworkNamespace
    private let answering: LabSipp
    private let calling: LabSipp
    private let process = Mutex<LabProcess?>(nil)

    init(lab: LabName, namespace: NetworkNamespace, address: String, folder: String) {
        self.address = address
        self.namespace = namespace
        answering = LabSipp(lab: lab, namespace: namespace, folder: folder + "/answering", scenario: .answering)
        calling = LabSipp(lab: lab, namespace: namespace, folder: folder + "/calling", scenario: .calling)
    }

    /// Answers every call from now on, and sends back what it hears.
    package func answer() async throws {
        let started = try answering.start(
            ["-i", address, "-p", "\(Self.sipPort)", "-mi", address, "-rtp_echo", "-mp", "30000"])
        process.withLock { $0 = started }
        try await LabWaiting.until("the carrier", within: Self.startMax, seen: { answering.words }) {
            guard started.isAlive else { throw LabFailure.program("sipp", said: answering.words) }
            return answering.hasBegun
        }
    }

    /// Answers no more, as a carrier that is down.
    package func fallSilent() async throws {
        let running = process.withLock { process in
            defer { process = nil }
            return process
        }
        if let running { try await answering.end(running) }
    }

    /// The numbers that were called, with who called, oldest first: `call 15551234 from 101`.
    package var calls: [String] {
        (LabFile.text(answering.messagesFile) ?? "").split(separator: "\n").map { line in
            line.firstRange(of: "call ").map { String(line[$0.lowerBound...]) } ?? String(line)
        }
    }

    /// Waits until a number was called.
    package func awaitCall(to number: String, within limit: Duration = .seconds(20)) async throws {
        try await LabWaiting.until(
            "a call to \(number)", within: limit, seen: { "\(calls) \(answering.words)" }
        ) { calls.contains { $0.hasPrefix("call \(number) ") } }
    }

    /// Calls a number at a server.
    ///
    /// - Parameters:
    ///   - host: where the server is reached from outside.
    ///   - caller: who it says is calling.
    ///   - count: how many calls, `rate` a second, each staying for `lasting`.
    package func call(
        _ number: String, at host: String, as caller: String = "4312345", count: Int = 1, rate: Int = 10,
        lasting: Duration = .seconds(1), within limit: Duration = .seconds(60)
    ) async throws -> SippOutcome {
        try await calling.run(
            [
                "-i", address, "-p", "\(Self.callPort)", "-mi", address, "-rtp_echo", "-mp", "32000", "-s",
                number, "-m", "\(count)", "-r", "\(rate)", "-d", "\(Int(lasting.milliseconds))", "\(host):5060",
            ], lines: [caller], within: limit)
    }
}
