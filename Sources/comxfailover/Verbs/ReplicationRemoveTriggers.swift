import ArgumentParser
import WebConsole

/// `replication remove-triggers`: takes this program off the database.
struct ReplicationRemoveTriggers: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "remove-triggers",
        abstract: "Take every trigger of this program off this server's database.",
        discussion: """
            For the day another program is in trouble and you want to be sure that it is not because of us. Nothing \
            is copied from or to this server afterwards, until it is put back: comxfailover items enable catalogue

            EXAMPLE
              comxfailover replication remove-triggers --yes
            """)

    @Flag(help: "Do it. Without this nothing happens.")
    var yes = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if !yes {
            throw ValidationError("this ends the copy of all items; repeat the command with --yes to do it")
        }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await act(.removeTriggers, with: client, on: screen) { report in
            "\(Numbers.count(report.count ?? 0, "trigger is", "triggers are")) removed; "
                + "nothing is copied here any more."
        }
    }
}
