import ArgumentParser
import Foundation
import WebConsole

/// The command line: one verb per file in `Verbs`.
@main
struct Comxfailover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comxfailover",
        abstract: "Keeps two hotel PBX servers in step.",
        discussion: """
            One daemon runs on each of the two servers: `comxfailover run`. All other verbs ask the daemon on this \
            server, over its Unix socket, and print a table, or with --json the value itself.

            EXAMPLES
              comxfailover status                  is the pair well?
              comxfailover status --watch          the same, again every two seconds
              comxfailover services                which node does what?
              comxfailover failover disable        this server does everything alone
              comxfailover items list              what is copied
              comxfailover coverage                what is not protected, and what helps
              comxfailover explain                 why it did, or did not, act

            EXIT CODES
              0   all is well
              1   something was found: a degraded pair, rows that differ, gaps
              64  the command line is wrong          73  a file cannot be made
              65  what was named does not exist      75  refused for now
              69  nobody answers                     77  this user may not
              70  a fault of the program             78  the settings are wrong
            """,
        version: ProgramVersion.text,
        subcommands: [
            Run.self, Status.self, Services.self, Failover.self, Items.self, Replication.self, Coverage.self,
            Explain.self, Extensions.self,
            Rooms.self, Gateways.self, RingGroups.self, Classes.self, SpeedDials.self, PersonalSettings.self,
            TelephonySettings.self, Trunks.self, Routes.self,
            SIPSettings.self, Stays.self, WakeUps.self, Asterisk.self, Calls.self, Provision.self, Config.self,
            Secret.self, Simulate.self,
        ])

    static func main() async {
        do {
            var verb = try parseAsRoot()
            guard var long = verb as? any AsyncParsableCommand else { return try verb.run() }
            try await long.run()
        } catch {
            guard let complaint = UsageComplaint(error) else { exit(withError: error) }
            Screen.complain(complaint.words)
            Foundation.exit(ExitStatus.usage.rawValue)
        }
    }
}
