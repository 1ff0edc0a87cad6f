import Logging
import PairLogic
import Ports
import ReplicaLogic
import ServiceLifecycle
import Vocabulary
import Wire

/// Tells the peer of this node, and learns of it: sends and hears heartbeats, probes the other paths, and feeds the
/// `PeerMachine`, whose conclusions it publishes.
package struct PairService: Service {
    /// The most inputs that wait; beyond it the oldest is lost, as on a network.
    static let inputsMax = 1_024
    /// How often time is told to the machine: half of the shortest heartbeat's interval.
    static let tickEvery = Duration.milliseconds(125)
    /// How long a probe may take.
    static let probeLimit = Duration.seconds(1)

    let heartbeat: any HeartbeatPort
    let control: any ControlPort
    let database: @Sendable () async throws(FeedFailure) -> Incarnation
    let witness: any WitnessPort
    let asterisk: (any AsteriskPort)?
    let board: NodeBoard
    let clock: any ClockPort
    let boot: BootID
    let identity: UInt64
    let settings: PairServiceSettings
    let logger: Logger

    /// - Parameters:
    ///   - database: the probe of the database path: logs in at the peer and reads the life of its feed.
    ///   - boot: this run of the daemon.
    ///   - identity: this installation.
    package init(
        heartbeat: any HeartbeatPort, control: any ControlPort,
        database: @escaping @Sendable () async throws(FeedFailure) -> Incarnation, witness: any WitnessPort,
        asterisk: (any AsteriskPort)? = nil, board: NodeBoard, clock: any ClockPort, boot: BootID, identity: UInt64,
        settings: PairServiceSettings, logger: Logger
    ) {
        self.heartbeat = heartbeat
        self.control = control
        self.database = database
        self.witness = witness
        self.asterisk = asterisk
        self.board = board
        self.clock = clock
        self.boot = boot
        self.identity = identity
        self.settings = settings
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            let (inputs, queue) = AsyncStream<PairInput>.makeStream(bufferingPolicy: .bufferingNewest(Self.inputsMax))
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for await event in heartbeat.events { queue.yield(.socket(event)) } }
                group.addTask { for await _ in board.feedMoved.rings { queue.yield(.feedMoved) } }
                group.addTask { for await _ in board.standMoved.rings { queue.yield(.standMoved) } }
                group.addTask { await every(Self.tickEvery) { queue.yield(.tick) } }
                group.addTask { await every(settings.probeInterval) { await probeControl(queue) } }
                group.addTask { await every(settings.probeInterval) { await probeDatabase(queue) } }
                group.addTask { await every(settings.probeInterval) { await probeWitnesses(queue) } }
                group.addTask { await every(settings.probeInterval) { await probeTrunk(queue) } }
                group.addTask {
                    var desk = PairDesk(service: self)
                    for await input in inputs { desk.take(input) }
                }
                await group.waitForAll()
            }
        }
    }

    private func every(_ interval: Duration, _ body: () async -> Void) async {
        while !Task.isCancelled {
            let next = clock.now() + interval
            await body()
            do { try await clock.sleep(until: next) } catch { return }
        }
    }

    /// Says hello to the peer. Its answer shows that the path is up, and the peer's time zone.
    func probeControl(_ queue: AsyncStream<PairInput>.Continuation) async {
        let started = clock.now()
        let hello = ControlHello(
            mode: board.mode, boot: boot,
            incarnation: board.read { $0.feed.life?.memory.incarnation }
                ?? .unknown, wallClock: clock.wallTime(), softwareVersion: settings.softwareVersion,
            timeZone: settings.timeZone)
        do {
            let reply = try await control.request(.hello(hello), timeout: Self.probeLimit)
            queue.yield(.probed(.control, .success(roundTrip: clock.now() - started)))
            guard case .hello(let theirs) = reply else { return }
            PairNotice(service: self).compareZones(own: hello.timeZone, peer: theirs.timeZone)
        } catch .cancelled {
            return
        } catch {
            queue.yield(.probed(.control, .failure(error.pathFailure, words: error.words)))
        }
    }

    private func probeDatabase(_ queue: AsyncStream<PairInput>.Continuation) async {
        let started = clock.now()
        do {
            _ = try await database()
            queue.yield(.probed(.database, .success(roundTrip: clock.now() - started)))
        } catch {
            guard !Task.isCancelled else { return }
            let failure: PathFailure =
                switch error {
                case .unreachable(let path, _): path
                case .viewInvalid, .retry, .refused: .other
                }
            queue.yield(.probed(.database, .failure(failure, words: error.words)))
        }
    }

    private static let trunkSilent = "the peer's Asterisk does not answer the trunk's probe, or refuses its secret"
    private static let trunkMissing = "Asterisk has no trunk \(PeerTrunk.name)"

    /// Asks Asterisk how its own probes of the trunk went.
    private func probeTrunk(_ queue: AsyncStream<PairInput>.Continuation) async {
        guard let asterisk, asterisk.situation == .running else { return }
        do {
            switch try await asterisk.trunk(endpoint: PeerTrunk.name) {
            case .reachable(let roundTrip): queue.yield(.probed(.trunk, .success(roundTrip: roundTrip ?? .zero)))
            case .unreachable: queue.yield(.probed(.trunk, .failure(.silent, words: Self.trunkSilent)))
            case .missing: queue.yield(.probed(.trunk, .failure(.other, words: Self.trunkMissing)))
            case .unknown: return
            }
        } catch {
            // Asterisk's own trouble is told elsewhere; of the trunk nothing is known then.
            return
        }
    }

    /// One witness that answers is enough to know that this node is not cut off.
    private func probeWitnesses(_ queue: AsyncStream<PairInput>.Continuation) async {
        guard !settings.witnesses.isEmpty else { return }
        let started = clock.now()
        var words: [String] = []
        for place in settings.witnesses {
            let answer = await witness.knock(host: place.host, port: place.port, timeout: Self.probeLimit)
            if answer.provesAlive {
                queue.yield(.probed(.witness, .success(roundTrip: clock.now() - started)))
                return
            }
            if case .silent(let why) = answer { words.append("\(place.host): \(why)") }
        }
        queue.yield(.probed(.witness, .failure(.silent, words: words.joined(separator: "; "))))
    }
}
