import Glibc
import LabKit
import Vocabulary

/// What a demonstration in this folder may have left running, found by what only it has in its command line, and the
/// lab that carries the folder's mark.
struct Leftovers: Sendable {
    /// How long a database that was being installed may take to end.
    private static let endMax = Duration.seconds(10)

    let folder: DemoFolder

    /// Ends all of it; whether there was any.
    func sweep() async throws -> Bool {
        var found = false
        if LabTools.mayMakeNetworks {
            let name = DemoNetwork.name(for: folder)
            found = try await LabFolder(name).clear(name)
        }
        for mode in Mode.allCases {
            let node = DemoNode(mode: mode, place: folder.place(mode), host: nil, program: "")
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
        return found
    }

    /// What a daemon that was killed while it made its database left behind.
    private var installations: [LabProcess] {
        Mode.allCases.flatMap { LabProcess.findDatabase(below: folder.place($0).stateFolder + "/") }
    }
}
