import Testing
import Vocabulary

@testable import Wire

struct AMISessionMachineTests {
    /// What the machine is told in each state.
    enum Input: String, CaseIterable, Sendable {
        case connected, greeted, accepted, refused, filtersStand, booted, nonsense, asked, linkLost, tick, longTick
    }

    /// Each state, with a way that leads there.
    enum Place: String, CaseIterable, Sendable {
        case idle, greeting, loggingIn, filtering, open, ended
    }

    private static let login = AMILogin(user: "node", secret: "right", filters: ["Event: Hangup"])
    private let start = Instant(nanoseconds: 1_000_000_000)

    private func machine(in place: Place) -> AMISessionMachine {
        var machine = AMISessionMachine(login: Self.login)
        let steps: [Input] =
            switch place {
            case .idle: []
            case .greeting: [.connected]
            case .loggingIn: [.connected, .greeted]
            case .filtering: [.connected, .greeted, .accepted]
            case .open: [.connected, .greeted, .accepted, .filtersStand]
            case .ended: [.connected, .linkLost]
            }
        for step in steps { _ = give(step, to: &machine, at: start) }
        return machine
    }

    private func give(_ input: Input, to machine: inout AMISessionMachine, at now: Instant) -> [AMISessionDirective] {
        switch input {
        case .connected: machine.connected(at: now)
        case .greeted: machine.received(AMISamples.bytes(AMISamples.greeting), at: now)
        case .accepted: machine.received(AMISamples.bytes(AMISamples.accepted), at: now)
        case .refused:
            machine.received(
                AMISamples.bytes("Response: Error\r\nActionID: 1\r\nMessage: Authentication failed\r\n\r\n"), at: now)
        case .filtersStand:
            machine.received(
                AMISamples.bytes("Response: Success\r\nActionID: 2\r\n\r\nResponse: Success\r\nActionID: 3\r\n\r\n"),
                at: now)
        case .booted: machine.received(AMISamples.bytes(AMISamples.booted), at: now)
        case .nonsense:
            machine.received([UInt8](repeating: 0x41, count: AMIMessage.lineBytesMax + 2), at: now)
        case .asked: machine.asked(.ping, ticket: 9, limit: .seconds(1), at: now)
        case .linkLost: machine.linkLost("reset")
        case .tick: machine.tick(at: now + .seconds(1))
        case .longTick: machine.tick(at: now + .seconds(5))
        }
    }

    private func sent(_ action: AMIAction, id: UInt64) -> AMISessionDirective {
        .send((try? action.encoded(id: id)) ?? [])
    }

    private var loginSent: AMISessionDirective { sent(.login(user: "node", secret: "right"), id: 1) }
    private var filtersSent: [AMISessionDirective] {
        [sent(.filter("Event: Hangup"), id: 2), sent(.allEvents, id: 3)]
    }
    private let broken = AMIFailure.notUnderstood(.lineTooLong(bytes: AMIMessage.lineBytesMax + 2))
    private let refusal = AMIFailure.loginRefused("Authentication failed")

    /// What each cell of the table of states and inputs answers.
    private func expected(_ place: Place, _ input: Input) -> [AMISessionDirective] {
        switch (place, input) {
        case (_, .connected): []
        case (.greeting, .greeted): [loginSent]
        case (.loggingIn, .accepted): filtersSent
        case (.filtering, .filtersStand): [.opened]
        case (.loggingIn, .refused): [.close(refusal)]
        case (.greeting, .accepted), (.greeting, .refused), (.greeting, .filtersStand):
            [.close(.notUnderstood(.notAManager(input == .refused ? "Response: Error" : "Response: Success")))]
        case (.greeting, .booted): [.close(.notUnderstood(.notAManager("Event: FullyBooted")))]
        case (.loggingIn, .booted), (.filtering, .booted): [.event(.fullyBooted)]
        case (.open, .booted): [.booted, .event(.fullyBooted)]
        case (.idle, .asked), (.greeting, .asked), (.loggingIn, .asked), (.filtering, .asked), (.ended, .asked):
            [.failed(ticket: 9, .notReady)]
        case (.open, .asked): [sent(.ping, id: 4)]
        case (.greeting, .nonsense), (.loggingIn, .nonsense), (.filtering, .nonsense), (.open, .nonsense):
            [.close(broken)]
        case (.greeting, .longTick), (.loggingIn, .longTick), (.filtering, .longTick): [.close(.silent)]
        case (.open, .longTick): [sent(.ping, id: 4)]
        case (_, .linkLost), (_, .tick), (.idle, _), (.ended, _), (_, .greeted), (_, .accepted), (_, .refused),
            (_, .filtersStand):
            []
        }
    }

    @Test(arguments: Place.allCases, Input.allCases)
    func `every state answers every input`(place: Place, input: Input) {
        var machine = machine(in: place)
        #expect(give(input, to: &machine, at: start) == expected(place, input))
    }

    @Test(arguments: Place.allCases, Input.allCases)
    func `every state goes where it should`(place: Place, input: Input) {
        var machine = machine(in: place)
        let before = machine.state
        let directives = give(input, to: &machine, at: start)
        if case .close(let failure) = directives.last {
            #expect(machine.state == .ended(failure))
            return
        }
        let after: AMISessionMachine.State =
            switch (place, input) {
            case (_, .connected): .greeting(until: start + AMISessionMachine.openingMax)
            case (.greeting, .greeted): .loggingIn
            case (.loggingIn, .accepted): .filtering(left: 2)
            case (.filtering, .filtersStand): .open
            case (.greeting, .linkLost), (.loggingIn, .linkLost), (.filtering, .linkLost), (.open, .linkLost):
                .ended(.linkLost("reset"))
            default: before
            }
        #expect(machine.state == after)
    }

    @Test func `booting that ended before the filters stood is told when they do`() {
        var machine = machine(in: .loggingIn)
        _ = give(.booted, to: &machine, at: start)
        _ = give(.accepted, to: &machine, at: start)
        #expect(give(.filtersStand, to: &machine, at: start) == [.opened, .booted])
        #expect(machine.isBooted)
        _ = machine.connected(at: start)
        #expect(!machine.isBooted)
    }

    @Test func `an answer finds its caller and a strange one nobody`() {
        var machine = machine(in: .open)
        _ = machine.asked(.ping, ticket: 70, limit: .seconds(1), at: start)
        _ = machine.asked(.coreStatus, ticket: 71, limit: .seconds(1), at: start)
        let text = "Response: Success\r\nActionID: 5\r\n\r\nResponse: Success\r\nActionID: 99\r\n\r\n"
        let reply = AMIReply(response: AMIMessage([AMIField("Response", "Success"), AMIField("ActionID", "5")]))
        #expect(machine.received(AMISamples.bytes(text), at: start) == [.answered(ticket: 71, reply)])
        #expect(machine.waitingCount == 1)
    }

    @Test func `a list is collected until it is complete`() {
        var machine = machine(in: .open)
        _ = machine.asked(.contacts, ticket: 70, limit: .seconds(1), at: start)
        let begin = "Response: Success\r\nActionID: 4\r\nEventList: start\r\n\r\n"
        let item = "Event: ContactList\r\nActionID: 4\r\nUri: a\r\n\r\n"
        let end = "Event: ContactListComplete\r\nActionID: 4\r\nEventList: Complete\r\nListItems: 1\r\n\r\n"
        #expect(machine.received(AMISamples.bytes(begin + item), at: start).isEmpty)
        let directives = machine.received(AMISamples.bytes(end), at: start)
        guard case .answered(70, let reply)? = directives.first else {
            Issue.record("no answer: \(directives)")
            return
        }
        #expect(reply.items.map { $0["Uri"] } == ["a"])
        #expect(reply.isSuccess)
    }

    @Test func `an event that bears the id of a plain action is an event`() {
        var machine = machine(in: .open)
        _ = machine.asked(.ping, ticket: 70, limit: .seconds(1), at: start)
        let text = "Event: UserEvent\r\nUserEvent: WakeUp\r\nActionID: 4\r\n\r\n"
        guard case .event(.notice)? = machine.received(AMISamples.bytes(text), at: start).first else {
            Issue.record("not an event")
            return
        }
        #expect(machine.waitingCount == 1)
    }

    @Test func `a list that is too long fails and the session goes on`() {
        var machine = machine(in: .open)
        _ = machine.asked(.contacts, ticket: 70, limit: .seconds(1), at: start)
        let begin = "Response: Success\r\nActionID: 4\r\nEventList: start\r\n\r\n"
        _ = machine.received(AMISamples.bytes(begin), at: start)
        let item = AMISamples.bytes("Event: ContactList\r\nActionID: 4\r\n\r\n")
        var directives: [AMISessionDirective] = []
        for _ in 0...AMISessionMachine.itemsMax { directives += machine.received(item, at: start) }
        #expect(directives == [.failed(ticket: 70, .listTooLong(AMISessionMachine.itemsMax + 1))])
        #expect(machine.state == .open)
    }

    @Test func `actions that wait fail once when the link drops, oldest first`() {
        var machine = machine(in: .open)
        for ticket in UInt64(70)...72 { _ = machine.asked(.ping, ticket: ticket, limit: .seconds(9), at: start) }
        let failure = AMIFailure.linkLost("reset")
        #expect(
            machine.linkLost("reset") == [70, 71, 72].map { AMISessionDirective.failed(ticket: $0, failure) })
        #expect(machine.linkLost("reset").isEmpty)
        #expect(machine.tick(at: start + .seconds(60)).isEmpty)
    }

    @Test func `an action times out alone`() {
        var machine = machine(in: .open)
        _ = machine.asked(.ping, ticket: 70, limit: .seconds(1), at: start)
        _ = machine.asked(.ping, ticket: 71, limit: .seconds(2), at: start)
        #expect(machine.tick(at: start + .milliseconds(999)).isEmpty)
        #expect(machine.tick(at: start + .seconds(1)) == [.failed(ticket: 70, .timedOut)])
        #expect(machine.state == .open)
    }

    @Test func `so many actions may wait and no more`() {
        var machine = machine(in: .open)
        for ticket in 0..<UInt64(AMISessionMachine.waitingMax) {
            guard case .send? = machine.asked(.ping, ticket: ticket, limit: .seconds(1), at: start).first else {
                Issue.record("not sent: \(ticket)")
                return
            }
        }
        #expect(
            machine.asked(.ping, ticket: 999, limit: .seconds(1), at: start)
                == [.failed(ticket: 999, .tooManyWaiting)])
    }

    @Test func `an action that cannot be written fails and nothing is sent`() {
        var machine = machine(in: .open)
        let action = AMIAction.databasePut(family: "a", key: "b", value: "c\r\nAction: Command")
        #expect(
            machine.asked(action, ticket: 70, limit: .seconds(1), at: start)
                == [.failed(ticket: 70, .notWritable(.badValue(name: "Val")))])
    }

    @Test func `a secret that cannot be written ends the session`() {
        var machine = AMISessionMachine(login: AMILogin(user: "node", secret: "a\nb"))
        _ = machine.connected(at: start)
        #expect(
            machine.received(AMISamples.bytes(AMISamples.greeting), at: start)
                == [.close(.notWritable(.badValue(name: "Secret")))])
    }

    @Test func `an Asterisk that stands still is found out by a ping`() {
        var machine = machine(in: .open)
        _ = machine.asked(.coreStatus, ticket: 70, limit: .seconds(60), at: start)
        #expect(machine.tick(at: start + .seconds(5)) == [sent(.ping, id: 5)])
        #expect(machine.tick(at: start + .seconds(9)).isEmpty)
        #expect(
            machine.tick(at: start + .seconds(10)) == [.failed(ticket: 70, .silent), .close(.silent)])
    }

    @Test func `any word after the ping keeps the session`() {
        var machine = machine(in: .open)
        _ = machine.tick(at: start + .seconds(5))
        _ = machine.received(AMISamples.bytes(AMISamples.notice), at: start + .seconds(6))
        #expect(machine.tick(at: start + .seconds(10)).isEmpty)
        #expect(machine.state == .open)
    }

    @Test func `the whole opening works, wherever the bytes are split`() {
        let text = AMISamples.bytes(
            AMISamples.greeting + AMISamples.accepted + AMISamples.booted
                + "Response: Success\r\nActionID: 2\r\n\r\nResponse: Success\r\nActionID: 3\r\n\r\n")
        for split in 0...text.count {
            var machine = AMISessionMachine(login: Self.login)
            var directives = machine.connected(at: start)
            directives += machine.received(text[..<split], at: start)
            directives += machine.received(text[split...], at: start)
            #expect(
                directives == [loginSent] + filtersSent + [.event(.fullyBooted), .opened, .booted])
        }
    }
}
