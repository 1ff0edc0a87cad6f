import Glibc
import Vocabulary

/// What a demonstration in this folder may have left running, found by what only it has in its command line, and the
/// namespaces that carry the folder's mark.
struct Leftovers: Sendable {
    /// How long a database that was being installed may take to end.
    private static let endMax = Duration.seconds(10)

    let folder: DemoFolder

    /// Ends all of it; whether there was any.
    func sweep() async -> Bool {
        let network = DemoNetwork.named(for: folder)
        var found = false
        for mode in Mode.allCases {
            let node = DemoNode(mode: mode, folder: folder, network: network, program: "")
            guard node.daemon != nil || node.databaseServer != nil else { continue }
            found = true
            await node.stop()
        }
        for process in installations where process.isAlive {
            found = true
            process.send(SIGTERM)
            try? await Patience.until("it has ended", within: Self.endMax) { process.isAlive ? nil : () }
            if process.isAlive { process.send(SIGKILL) }
        }
        await network.remove()
        return found
    }

    /// What a daemon that was killed while it made its database left behind.
    private var installations: [DetachedProcess] {
        Mode.allCases.flatMap { DetachedProcess.findDatabase(in: folder.state($0) + "/") }
    }
}
