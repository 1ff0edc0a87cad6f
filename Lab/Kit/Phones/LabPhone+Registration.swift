import Vocabulary

extension LabPhone.Life {
    /// How long it takes a server to hear that a registration is taken back.
    private static let takingBack = Duration.seconds(1)
    /// For how long the phone repeats, at a server that is silent, that it takes its registration back; and how long
    /// after the server's return that has come through at the latest.
    private static let takingBackMax = Duration.seconds(33)
    private static let takingBackLate = Duration.seconds(5)

    /// Asks the registrars, and moves where that is due.
    mutating func tick(_ plan: PhonePlan, at now: Duration) {
        line.look()
        noteDialling(plan, at: now)
        if choice == nil { register(0, plan) }
        var choice = self.choice ?? RegistrarChoice(count: plan.registrars.count, timers: plan.timers, at: now)
        for index in probe?.answers() ?? [] where plan.registrars[index] != shunned { choice.heard(index, at: now) }
        if askedAt.map({ now - $0 >= plan.timers.probeInterval }) ?? true {
            probe?.ask()
            askedAt = now
        }
        let here = plan.identity(plan.word, at: plan.registrars[choice.current])
        for directive in choice.tick(isRegistered: line.state.registered.contains(here), at: now) {
            perform(directive, plan, choice, at: now)
        }
        self.choice = choice
        leaveIdle(at: now)
        if let due, due.at <= now {
            self.due = nil
            register(due.registrar, plan)
        }
    }

    private mutating func perform(
        _ directive: RegistrarChoice.Directive, _ plan: PhonePlan, _ choice: RegistrarChoice, at now: Duration
    ) {
        switch directive {
        case .move(let from, let to):
            due = nil
            leaving.insert(plan.identity(plan.word, at: plan.registrars[from]))
            let new = plan.identity(plan.word, at: plan.registrars[to])
            // An account that was to go is still there while a call runs on it.
            if leaving.remove(new) == nil { due = (to, momentToRegister(new, heardSince: choice.steady(to), at: now)) }
        case .registerAgain(let index):
            let account = plan.identity(plan.word, at: plan.registrars[index])
            guard due == nil, !isHeld(account) else { return }
            _ = line.send("uadel", account)
            // The old registration is taken back first: a moment later it would take the new one along.
            due = (index, now + Self.takingBack)
        }
    }

    /// A server that fell silent hears only after its return that the former registration is taken back, and a new one
    /// that is there by then would go along: to the server it is the same.
    private func momentToRegister(_ account: String, heardSince: Duration?, at now: Duration) -> Duration {
        guard let left = takenBack[account], now - left < Self.takingBackMax, let heardSince else { return now }
        return max(now, heardSince + Self.takingBackLate)
    }

    private mutating func register(_ index: Int, _ plan: PhonePlan) {
        _ = line.send(
            "uanew", plan.account(plan.word, at: plan.registrars[index], expires: plan.timers.expirySeconds))
    }

    /// A call that was ordered is under way before anything is told of it; but where its server has fallen silent, not
    /// for ever.
    private mutating func noteDialling(_ plan: PhonePlan, at now: Duration) {
        diallingSince = diallingSince.filter { line.state.dialling.contains($0.key) }
        for account in line.state.dialling {
            let since = diallingSince[account] ?? now
            diallingSince[account] = since
            if leaving.contains(account), now - since >= plan.timers.dialFor { giveUpCall(account) }
        }
    }

    private mutating func giveUpCall(_ account: String) {
        _ = line.send("uafind", account)
        _ = line.send("hangup")
        line.undialled(account)
    }

    /// Whether a call is on the account, or about to be.
    private func isHeld(_ account: String) -> Bool {
        line.state.isBusy(account) || line.state.dialling.contains(account)
    }

    /// Gives up accounts, but never one that is in a call.
    private mutating func leaveIdle(at now: Duration) {
        for account in leaving where !isHeld(account) {
            _ = line.send("uadel", account)
            line.left(account)
            takenBack[account] = now
            leaving.remove(account)
        }
    }
}
