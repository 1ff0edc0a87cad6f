/// What a phone has told about itself.
package struct PhoneState: Sendable, Hashable {
    /// The accounts that a server has accepted.
    package private(set) var registered: Set<String> = []
    /// Why an account was refused last.
    package private(set) var refusals: [String: String] = [:]
    /// The calls that live, oldest first.
    package private(set) var calls: [PhoneCall] = []
    /// The call that ended last.
    package private(set) var lastEnded: PhoneCall?
    /// How many calls have ended so far.
    package private(set) var endings = 0
    /// The accounts that dial: a call was ordered, and nothing was told of it yet.
    package private(set) var dialling: Set<String> = []

    package init() {}

    /// The newest call that lives.
    package var call: PhoneCall? { calls.last }

    /// Whether an account is in a call.
    package func isBusy(_ account: String) -> Bool { calls.contains { $0.account == account } }

    /// A call was ordered; the phone tells nothing of it before the server does.
    mutating func dialled(_ account: String) { dialling.insert(account) }

    /// The order was refused, or nobody waits for that call any more.
    mutating func undialled(_ account: String) { dialling.remove(account) }

    /// The account was taken away.
    mutating func left(_ account: String) { registered.remove(account) }

    mutating func heard(_ message: PhoneMessage) {
        guard let type = message.type, let account = message.accountaor else { return }
        switch type {
        case "REGISTER_OK":
            registered.insert(account)
            refusals[account] = nil
        case "REGISTER_FAIL":
            registered.remove(account)
            refusals[account] = message.param ?? ""
        case "UNREGISTERING": registered.remove(account)
        case "CALL_INCOMING": put(message, account, .incoming)
        case "CALL_RINGING", "CALL_PROGRESS": put(message, account, .ringing)
        case "CALL_ESTABLISHED": put(message, account, .established)
        case "CALL_CLOSED": put(message, account, .ended(reason: message.param ?? ""))
        // The phone tells many things that nobody asks for.
        default: break
        }
    }

    private mutating func put(_ message: PhoneMessage, _ account: String, _ phase: PhoneCall.Phase) {
        guard let id = message.id else { return }
        if message.direction == "outgoing" { dialling.remove(account) }
        var call = PhoneCall(id: id, account: account, peer: message.peeruri ?? "", phase: phase)
        let place = calls.firstIndex { $0.id == id }
        if let place { call = PhoneCall(id: id, account: account, peer: calls[place].peer, phase: phase) }
        if call.hasEnded {
            if let place { calls.remove(at: place) }
            lastEnded = call
            endings += 1
        } else if let place {
            calls[place] = call
        } else {
            calls.append(call)
        }
    }
}
