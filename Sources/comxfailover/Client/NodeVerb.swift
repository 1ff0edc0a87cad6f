import ArgumentParser
import Foundation
import Settings

/// A verb that asks the daemon on this server.
protocol NodeVerb: AsyncParsableCommand {
    var options: GlobalOptions { get }

    /// Asks and shows; the answer is what the shell is told.
    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus
}

extension NodeVerb {
    func run() async throws {
        let status = await outcome(on: .standard(options))
        if status != .ok { throw ExitCode(status.rawValue) }
    }

    /// Performs the verb; whatever fails becomes one line for `complain` and a number.
    func outcome(
        on screen: Screen, complain: (String) -> Void = { Screen.complain($0) }
    ) async -> ExitStatus {
        do {
            let socketPath = try SocketLocation.find(options)
            return try await NodeClient.with(socketPath: socketPath) { client in
                try await perform(with: client, on: screen)
            }
        } catch let error as SettingsError {
            error.lines.forEach(complain)
            return .configuration
        } catch let failure as ClientFailure {
            // An import that is refused has a line for each reason.
            failure.words(configuration: options.config).split(separator: "\n").forEach { complain(String($0)) }
            return failure.exitStatus
        } catch let failure as VerbFailure {
            complain(failure.words)
            return failure.status
        } catch is CancellationError {
            return .temporary
        } catch {
            complain("\(error)")
            return .fault
        }
    }
}
