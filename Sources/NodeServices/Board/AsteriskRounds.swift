import Ports
import ServiceLifecycle
import Vocabulary

/// The rounds of a service that looks after this node's Asterisk: on a beat, and at once when Asterisk's situation
/// changes; never before the database is prepared.
struct AsteriskRounds: Sendable {
    let asterisk: any AsteriskPort
    let board: NodeBoard
    let clock: any ClockPort
    let every: Duration

    /// Looks until the service is told to end.
    ///
    /// - Parameter look: given whether Asterisk was away since the last look, and so may have forgotten.
    func run<Desk: Sendable>(
        _ desk: Desk, _ look: @escaping @Sendable (inout Desk, _ asteriskIsNew: Bool) async -> Void
    ) async {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                let bell = Bell()
                let wasAway = Latch()
                group.addTask {
                    for await event in asterisk.events() {
                        guard case .situation(let situation) = event else { continue }
                        if situation != .running { wasAway.set() }
                        bell.ring()
                    }
                }
                group.addTask {
                    repeat { bell.ring() } while (try? await clock.sleep(for: every)) != nil
                    bell.end()
                }
                group.addTask {
                    var desk = desk
                    for await _ in bell.rings where board.read(\.isPrepared) { await look(&desk, wasAway.take()) }
                }
                await group.waitForAll()
            }
        }
    }
}
