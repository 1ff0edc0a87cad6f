import Logging
import PairLogic
import Ports
import Vocabulary

/// Takes the events of a `ReignService` one by one: asks the machines, tells the board and the operators.
struct ReignDesk {
    private let service: ReignService
    private var machines: [Scope: ReignMachine] = [:]
    /// The operators who wait, the newest last: what happens is told to all of them.
    private var orders: [ReignOrder] = []
    private var ordersCount = 0
    /// The order that is being begun: whatever is refused just now is refused to it.
    private var beginning: Int?
    private var wasDatabaseUp = false
    /// What was said last of a store that fails, so that it is said once.
    private var toldTrouble: [Scope: String] = [:]

    private var board: NodeBoard { service.board }

    init(service: ReignService) {
        self.service = service
        let now = service.clock.now()
        for scope in Scope.allCases {
            machines[scope] = ReignMachine(
                scope: scope, own: service.board.mode, goesHomeAlone: service.goesHomeAlone, timings: service.timings,
                startedAt: now)
        }
    }

    mutating func take(_ event: ReignEvent) -> [ReignWork] {
        switch event {
        case .look:
            endLateOrders()
            return Scope.allCases.flatMap { look($0) } + noteDatabase() + beginOrders()
        case .came(let scope, let input): return tell(scope, input)
        case .requested(let scope, let refusal):
            let words = refusal ?? "the \(board.mode.peer) was asked, and begins"
            step(scope, refusal == nil ? .goes : .refused, words)
            return []
        case .ordered(var order):
            ordersCount += 1
            order.serial = ordersCount
            order.waiting = order.remaining
            order.waitsUntil = service.clock.now() + ReignService.momentMax
            orders.append(order)
            // It is decided by what status shows at this moment, not by the last look.
            return Scope.allCases.filter(order.remaining.contains).flatMap { look($0) } + beginOrders()
        }
    }

    /// Begins what was ordered, once nothing that takes a moment is in the way.
    private mutating func beginOrders() -> [ReignWork] {
        let now = service.clock.now()
        var works: [ReignWork] = []
        for serial in orders.map(\.serial) {
            for scope in Scope.allCases {
                guard let index = orders.firstIndex(where: { $0.serial == serial }),
                    orders[index].waiting.contains(scope),
                    now >= orders[index].waitsUntil || machines[scope]?.isBusyForAMoment != true
                else { continue }
                orders[index].waiting.remove(scope)
                beginning = serial
                works += begin(orders[index].wish, over: scope)
            }
        }
        beginning = nil
        orders.removeAll { $0.remaining.isEmpty }
        return works
    }

    private mutating func begin(_ wish: ReignOrder.Wish, over scope: Scope) -> [ReignWork] {
        switch wish {
        case .takeOver(let isForced): return tell(scope, .takeoverWanted(isForced: isForced))
        case .giveBack(let origin):
            let owner = machines[scope]?.record?.ownership.owner
            // At its home a scope is asked for.
            if origin == .operatorHere, scope.home == board.mode, owner == board.mode.peer { return [.request(scope)] }
            return tell(scope, .givebackWanted(origin))
        case .stopGiveback:
            guard let refusal = machines[scope]?.stopRefusal else { return tell(scope, .givebackStopped) }
            refuse(scope, refusal)
            return []
        }
    }

    /// Nobody is served any more.
    mutating func close() {
        for order in orders { ReignService.turnAway(order) }
        orders = []
    }

    private mutating func endLateOrders() {
        let now = service.clock.now()
        for index in orders.indices where now >= orders[index].deadline {
            orders[index].end("no end of it was heard in time; see comxfailover explain on both nodes")
        }
        orders.removeAll { $0.remaining.isEmpty }
    }

    /// What the board knows, told to one scope's machine, and the time.
    private mutating func look(_ scope: Scope) -> [ReignWork] {
        let content = board.now
        let view = content.view(
            of: board.mode, hasPeer: service.control != nil, asterisk: service.asterisk)
        var ability = view.ability
        // Before its structure is known the database is of no use.
        ability.isDatabaseUp = content.isDatabaseUp && content.isPrepared
        var works = tell(scope, .ableTo(ability))
        if let facts = content.peer?.facts {
            works += tell(scope, .heard(scope == .guest ? facts.guest : facts.configuration))
        }
        works += tell(
            scope, .peerStands(view.peer, isSeeingEachOther: content.peer?.seesEachOther ?? false))
        return ability.isDatabaseUp ? works + tell(scope, .tick) : works
    }

    /// A database that was away may have come back as an older one.
    private mutating func noteDatabase() -> [ReignWork] {
        let isUp = board.read { $0.isDatabaseUp && $0.isPrepared }
        defer { wasDatabaseUp = isUp }
        guard isUp, !wasDatabaseUp else { return [] }
        return Scope.allCases.flatMap { tell($0, .databaseReturned) }
    }

    private mutating func tell(_ scope: Scope, _ input: ReignInput) -> [ReignWork] {
        guard var machine = machines[scope] else { return [] }
        let former = machine
        let directives = machine.take(input, at: service.clock.now())
        machines[scope] = machine
        if machine != former {
            board.change { $0.reigns[scope] = machine }
        }
        let works = directives.compactMap { carryOut($0, scope) }
        tellHeld(of: scope)
        return works
    }

    /// Tells of what failed once nothing takes a moment any more, or too long a one.
    private mutating func tellHeld(of scope: Scope) {
        let (now, isBusy) = (service.clock.now(), machines[scope]?.isBusyForAMoment == true)
        for index in orders.indices {
            guard let failure = orders[index].held[scope], !isBusy || now >= failure.until else { continue }
            orders[index].tellHeld(scope)
        }
        orders.removeAll { $0.remaining.isEmpty }
    }

    private mutating func carryOut(_ directive: ReignDirective, _ scope: Scope) -> ReignWork? {
        switch directive {
        case .holds:
            // It stands on the board with the machine.
            board.standMoved.ring()
            return nil
        case .load: return .step(.load(scope))
        case .store(let record): return .step(.store(record))
        case .raiseBarrier(let reign): return .step(.raiseBarrier(reign))
        case .lowerBarrier(let reign): return .step(.lowerBarrier(reign))
        case .ask(let question): return .step(.ask(question))
        case .announce(let ownership):
            announce(ownership)
            return nil
        case .refusedTakeover(let refusal):
            let more = [board.read { $0.wait(for: refusal) }, refusal.forcing(own: board.mode, scope: scope)]
            let words = [refusal.words(own: board.mode, scope: scope)] + more.compactMap { $0 }
            refuse(scope, words.joined(separator: "; "))
            return nil
        case .refusedGiveback(let refusal):
            refuse(scope, refusal.words(own: board.mode, scope: scope))
            return nil
        case .told(let news):
            told(news, scope)
            return nil
        }
    }

    /// It is stored: the heartbeat tells it at once, and the copy asks anew who is right.
    private func announce(_ ownership: Ownership) {
        let report = ScopeReport(scope: ownership.scope, owner: ownership.owner, epoch: ownership.epoch)
        board.change { content in
            let known = content.scopes.filter { $0.scope != report.scope } + [report]
            content.scopes = Scope.allCases.compactMap { scope in known.first { $0.scope == scope } }
        }
        board.standMoved.ring()
        board.copyWanted.ring()
        board.sourceWanted.ring()
    }

    private mutating func told(_ news: ReignNews, _ scope: Scope) {
        if case .givebackFailed = news {
            for index in orders.indices {
                orders[index].hold(scope, news.words, until: service.clock.now() + ReignService.momentMax)
            }
        } else {
            step(scope, news.phase, news.words)
        }
        if case .storeTrouble(_, let words) = news {
            guard toldTrouble.updateValue(words, forKey: scope) != words else { return }
            return service.logger.warning("\(news.words)")
        }
        toldTrouble[scope] = nil
        guard news.isDecision else { return service.logger.info("\(news.words)") }
        service.logger.notice("\(news.words)")
        board.record(
            .ownership, news.words, evidence(scope), at: service.clock.wallTime(), as: news.eventSort(about: scope))
    }

    private func evidence(_ scope: Scope) -> [String] {
        let peer = board.read { $0.peer?.state }
        let record = machines[scope]?.record.map { record in
            "stored: the \(record.ownership.owner) at epoch \(record.ownership.epoch.rawValue), "
                + record.phase.rawValue
        }
        let standing = peer.map { peer in
            "the peer is \(peer.name)" + (peer.diagnosis.map { ": \($0.sentence)" } ?? "")
        }
        return [record, standing].compactMap { $0 }
    }

    private mutating func step(_ scope: Scope, _ phase: ReignStepReport.Phase, _ words: String) {
        for index in orders.indices { orders[index].tell(scope, phase, words) }
        orders.removeAll { $0.remaining.isEmpty }
    }

    /// Whoever is being begun for is refused; others may wait for what is under way.
    private mutating func refuse(_ scope: Scope, _ words: String) {
        guard let index = orders.firstIndex(where: { $0.serial == beginning }) else { return }
        orders[index].tell(scope, .refused, words)
    }
}
