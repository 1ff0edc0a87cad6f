import Logging
import PairLogic
import Ports
import ReplicaLogic
import ServiceLifecycle
import Synchronization
import Vocabulary

/// Runs an item's command after its changes arrived, for instance a reload of the program whose tables they are.
///
/// One command at a time; arrivals of an item that come while its command waits become one run.
package final class ArrivalService: Service {
    /// How long a command may run.
    static let commandLimit = Duration.seconds(60)

    private let waiting = Mutex<[ItemName: ItemDefinition]>([:])
    private let bell = Bell()
    private let commands: any CommandPort
    private let board: NodeBoard
    private let clock: any ClockPort
    private let logger: Logger

    package init(commands: any CommandPort, board: NodeBoard, clock: any ClockPort, logger: Logger) {
        self.commands = commands
        self.board = board
        self.clock = clock
        self.logger = logger
    }

    /// Changes of an item were committed here.
    package func arrived(_ item: ItemDefinition) {
        guard !item.afterChange.isEmpty else { return }
        waiting.withLock { $0[item.name] = item }
        bell.ring()
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in self.bell.rings {
                while let item = self.waiting.withLock({ waiting in
                    waiting.keys.min().flatMap { waiting.removeValue(forKey: $0) }
                }) {
                    await self.runCommand(of: item)
                }
            }
        }
    }

    private func runCommand(of item: ItemDefinition) async {
        let outcome = await commands.run(item.afterChange, timeout: Self.commandLimit)
        let command = item.afterChange.joined(separator: " ")
        if outcome.succeeded {
            board.warn("command \(item.name)", nil)
            logger.info("ran after changes of \(item.name): \(command)")
        } else {
            board.warn(
                "command \(item.name)", "the command of item \(item.name) failed: \(command): \(outcome.ending)")
            board.record(
                .item, "the command after changes of \(item.name) failed",
                [command, "\(outcome.ending)", String(outcome.output.suffix(500))], at: clock.wallTime(),
                as: EventSort(.host, .warning, about: "command \(item.name)"))
        }
    }
}
