import ArgumentParser
import Foundation
import HostSystem
import Ports
import Settings

/// `run`: the daemon itself.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the daemon of this node.",
        discussion: """
            Reads the settings, brings up the node's database (a private MariaDB where the settings name no other), \
            listens for the peer, and copies what is chosen until it is asked to stop by SIGTERM or SIGINT. It logs to \
            standard error and stays in the foreground, as service managers want it.

            Calls never wait for it: Asterisk goes on with what was written last.

            EXAMPLES
              comxfailover run
              comxfailover run --config /etc/comxfailover/comxfailover.yaml
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let settings: NodeSettings
        do {
            settings = try SettingsFile.load(options.config).settings
        } catch {
            for line in error.lines { Screen.complain(line) }
            throw ExitCode(ExitStatus.configuration.rawValue)
        }
        do {
            try FileManager.default.createDirectory(
                atPath: settings.stateFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try await Node(settings: settings, logger: LogSetup.logger(settings.log)).run()
        } catch let failure as DaemonLockFailure {
            Screen.complain("\(failure)")
            throw ExitCode(ExitStatus.temporary.rawValue)
        } catch {
            Screen.complain("\(error)")
            throw ExitCode(ExitStatus.fault.rawValue)
        }
    }
}
