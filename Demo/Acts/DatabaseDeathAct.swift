import Glibc
import LabKit
import Ports
import Vocabulary

/// The Secondary's MariaDB is killed; its node brings it back, and nothing is lost.
struct DatabaseDeathAct: Act {
    private static let backMax = Duration.seconds(30)
    private static let recoveredMax = Duration.seconds(60)

    let title = "The Secondary's MariaDB is killed (kill -9) in the midst of a copy"

    func perform(on stage: Stage, paper: Paper) async throws {
        guard let server = stage.secondary.databaseServer else {
            throw DemoFailure.unexpected("the Secondary's MariaDB is not there")
        }
        let ledger = try await stage.ledger(.primary)
        for day in 0..<10 { try await stage.primary.add([ledger.calls(Hotel.callsPerDay, day: Hotel.days + 3 + day)]) }
        let watch = Stopwatch()
        server.send(SIGKILL)
        try await Patience.until("the Secondary's MariaDB answers again", within: Self.backMax) {
            await isBack(stage.secondary, after: server) ? () : nil
        }
        prove(Claim("A killed MariaDB is brought back", took: watch.elapsed, within: Self.backMax), stage, paper)
        try await stage.equality(within: Self.recoveredMax)
        prove(
            Claim("A killed MariaDB: nothing lost, all tables equal", took: watch.elapsed, within: Self.recoveredMax),
            stage,
            paper)
    }

    /// Whether another process than the dead one answers.
    private func isBack(_ node: DemoNode, after dead: LabProcess) async -> Bool {
        guard let found = node.databaseServer, found.pid != dead.pid else { return false }
        return (try? await node.count("SELECT 1")) == 1
    }
}
