import Synchronization
import Vocabulary

extension LabPhone {
    private static let answerMax = Duration.seconds(10)

    // MARK: What a hand does

    /// Dials a number at the server that the phone is registered at.
    package func dial(_ target: String) async throws {
        guard let registrar = registrar ?? plan.registrars.first else {
            throw LabFailure.unusable("a gateway dials at a server that is named: dial(_:from:at:)")
        }
        try await dial("sip:\(target)@\(registrar)", account: plan.identity(plan.word, at: registrar))
    }

    /// Dials a number and waits until that call has ended by itself; gives the reason.
    @discardableResult
    package func dialToTheEnd(_ target: String, within limit: Duration = .seconds(20)) async throws -> String {
        let before = state.endings
        try await dial(target)
        try await LabWaiting.until("the end of a call to \(target)", within: limit, seen: { "\(state)" }) {
            state.endings > before
        }
        return try await awaitIdle()
    }

    /// Dials a number at a server from one of a gateway's ports.
    package func dial(_ target: String, from port: String, at host: String) async throws {
        try await dial("sip:\(target)@\(host)", account: plan.identity(port, at: plan.address))
    }

    /// Calls a number at an address, past every server, from the account that the phone is registered with.
    package func dial(_ target: String, directlyAt host: String) async throws {
        guard let registrar else { throw LabFailure.unusable("a gateway dials from one of its ports") }
        try await dial("sip:\(target)@\(host)", account: plan.identity(plan.word, at: registrar))
    }

    /// Answers the call that rings.
    package func answer(within limit: Duration = .seconds(20)) async throws {
        let call = try await awaitIncoming(within: limit)
        try await command(["uafind": call.account], then: "accept")
    }

    /// Ends the newest call, or refuses it while it rings.
    package func hangUp() async throws {
        let state = state
        guard let account = state.call?.account ?? state.dialling.first else {
            throw LabFailure.notRunning("a call of \(number)")
        }
        try await command(["uafind": account], then: "hangup")
    }

    private func dial(_ uri: String, account: String) async throws {
        // From here on: the server may answer before the phone has told that it took the order.
        life.withLock { $0?.line.dialled(account) }
        do {
            try await command(["uafind": account], then: "dial", uri)
        } catch {
            life.withLock { $0?.line.undialled(account) }
            throw error
        }
    }

    /// Chooses the account and gives the command, both at once, so that nothing comes between.
    private func command(_ choice: [String: String], then name: String, _ parameters: String = "") async throws {
        let token = life.withLock { life -> String? in
            life?.line.look()
            for (command, account) in choice { _ = life?.line.send(command, account) }
            return life?.line.send(name, parameters)
        }
        guard let token else { throw LabFailure.notRunning("phone \(number)") }
        let answer = try await LabWaiting.find(
            "an answer of phone \(number) to \(name)", within: Self.answerMax, seen: { log }
        ) {
            life.withLock { life -> PhoneMessage? in
                life?.line.look()
                return life?.line.take(token)
            }
        }
        guard answer.ok == true else {
            throw LabFailure.program("phone \(number): \(name) \(parameters)", said: answer.data ?? "")
        }
    }

    // MARK: What an eye sees

    /// Whether a server has accepted its registration.
    package func isRegistered(at host: String) -> Bool { state.registered.contains(plan.identity(plan.word, at: host)) }

    /// Waits until the phone is registered at a server.
    @discardableResult
    package func awaitRegistered(at host: String, within limit: Duration = .seconds(30)) async throws -> Duration {
        let account = plan.identity(plan.word, at: host)
        return try await LabWaiting.until(
            "phone \(number) registered at \(host)", within: limit, seen: { "\(state) \(log)" }
        ) { state.registered.contains(account) }
    }

    /// Waits until the phone rings.
    @discardableResult
    package func awaitIncoming(within limit: Duration = .seconds(20)) async throws -> PhoneCall {
        try await LabWaiting.find("phone \(number) rings", within: limit, seen: { "\(state)" }) {
            state.calls.last { $0.phase == .incoming }
        }
    }

    /// Waits until the phone speaks with somebody; fails at once where the call ends instead.
    @discardableResult
    package func awaitEstablished(within limit: Duration = .seconds(20)) async throws -> PhoneCall {
        let before = state.endings
        return try await LabWaiting.find("phone \(number) speaks", within: limit, seen: { "\(state)" }) {
            let state = state
            if let call = state.calls.last(where: { $0.phase == .established }) { return call }
            guard state.endings == before || !state.calls.isEmpty else {
                throw LabFailure.unusable("the call of \(number) ended: \(String(describing: state.lastEnded))")
            }
            return nil
        }
    }

    /// Waits until no call is left; gives the reason of the last one's end.
    @discardableResult
    package func awaitIdle(within limit: Duration = .seconds(20)) async throws -> String {
        try await LabWaiting.until("phone \(number) idle", within: limit, seen: { "\(state)" }) { state.calls.isEmpty }
        guard case .ended(let reason) = state.lastEnded?.phase else { return "" }
        return reason
    }

    // MARK: What an ear hears

    /// Waits until the phone hears a tone, in sound that arrives from now on.
    package func awaitTone(_ tone: Tone, within limit: Duration = .seconds(10)) async throws {
        var recording = record()
        var share = 0.0
        var count = 0
        try await LabWaiting.until(
            "phone \(number) hears \(tone.frequency) Hz", within: limit,
            seen: { "a share of \(share) in \(count) samples" }
        ) {
            let samples = recording.samples
            count = samples.count
            guard count >= Self.listened else { return false }
            share = ToneDetector.share(of: tone, in: samples)
            // Heard too early or in a gap, the next half second may be better.
            if share < Self.heardShare { recording = record() }
            return share >= Self.heardShare
        }
    }

    /// Whether the phone hears a tone within a few seconds.
    package func heard(_ frequency: Int, within limit: Duration = .seconds(5)) async throws -> Bool {
        do {
            try await awaitTone(Tone(frequency: frequency), within: limit)
            return true
        } catch LabFailure.neverCame {
            return false
        }
    }

    /// How many samples of sound arrive while a period passes: none from a call whose speech is cut.
    package func samplesHeard(during period: Duration) async throws -> Int {
        let recording = record()
        try await LabWaiting.pass(period)
        return recording.samples.count
    }

    /// Half a second.
    private static let listened = Tone.rate / 2
    /// How much of the sound must be the tone.
    private static let heardShare = 0.5
}
