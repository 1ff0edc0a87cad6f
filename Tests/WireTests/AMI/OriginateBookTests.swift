import Testing
import Vocabulary

@testable import Wire

struct OriginateBookTests {
    private let start = Instant(nanoseconds: 1_000_000_000)

    private func order(_ id: String = "call") -> OriginateOrder {
        OriginateOrder(
            channel: "PJSIP/201", callID: id, context: "calls", extensionNumber: "hold", ringTime: .seconds(45))
    }

    private func facts(_ state: ChannelState, id: String = "call") -> ChannelFacts {
        ChannelFacts(channel: "PJSIP/201-1", id: id, callID: id, state: state)
    }

    private func end(_ cause: Int, _ state: ChannelState = .down) -> AMIEvent {
        .channelEnded(ChannelEnd(channel: facts(state), cause: cause, causeWords: "words"))
    }

    private func result(_ reason: Int) -> AMIEvent {
        .originated(OriginateResult(callID: "call", isSuccess: reason == 4, reason: reason))
    }

    private var book: OriginateBook {
        var book = OriginateBook()
        #expect(book.placed(order(), at: start) == true)
        return book
    }

    /// Events in their order, and the outcome.
    private func outcome(_ events: [AMIEvent]) -> CallOutcome? {
        var book = book
        return events.flatMap { book.heard($0, at: start) }.first?.outcome
    }

    @Test func `a call that is taken is answered`() {
        #expect(outcome([.channelBegan(facts(.down)), result(4)]) == .answered)
    }

    @Test func `busy and declined are told apart by the end, whichever comes first`() {
        #expect(outcome([.channelBegan(facts(.down)), result(0), end(17)]) == .busy)
        #expect(outcome([.channelBegan(facts(.down)), end(17), result(0)]) == .busy)
        #expect(outcome([.channelBegan(facts(.down)), result(0), end(21)]) == .declined)
        #expect(outcome([.channelBegan(facts(.down)), end(21), result(0)]) == .declined)
    }

    @Test func `a phone that rang in vain is not one that never gave a sign`() {
        #expect(outcome([result(3), end(19, .ringing)]) == .noAnswer)
        #expect(
            outcome([.dialProgressed(DialProgress(id: "call", status: "PROGRESS")), end(19), result(3)]) == .noAnswer)
        #expect(outcome([end(19), result(3)]) == .unreachable(cause: 19))
    }

    @Test(arguments: [1, 20, 18, 34, 38]) func `an unknown or lost phone is not reachable`(cause: Int) {
        #expect(outcome([end(cause), result(0)]) == .unreachable(cause: cause))
    }

    @Test func `a strange cause is kept with its words`() {
        #expect(outcome([end(58), result(0)]) == .failed(cause: 58, words: "words"))
    }

    @Test func `a call that ended in conversation was answered`() {
        #expect(outcome([end(16, .up)]) == .answered)
    }

    @Test func `a phone without a contact has no channel, and the silence after the result tells`() {
        var book = book
        #expect(book.heard(result(0), at: start).isEmpty)
        #expect(book.tick(at: start + .milliseconds(1_999)).isEmpty)
        #expect(book.tick(at: start + .seconds(2)) == [OriginateFinding("call", .unreachable(cause: nil))])
        #expect(book.count == 0)
    }

    @Test func `a channel whose end never came leaves the outcome unknown`() {
        var book = book
        _ = book.heard(.channelBegan(facts(.down)), at: start)
        _ = book.heard(result(0), at: start)
        #expect(book.tick(at: start + .milliseconds(9_999)).isEmpty)
        #expect(book.tick(at: start + .seconds(10)) == [OriginateFinding("call", .unknown)])
    }

    @Test func `a channel that is told after the result owes its end`() {
        var book = book
        _ = book.heard(result(0), at: start)
        _ = book.heard(.channelBegan(facts(.down)), at: start + .seconds(1))
        #expect(book.tick(at: start + .seconds(5)).isEmpty)
        #expect(book.heard(end(17), at: start + .seconds(6)) == [OriginateFinding("call", .busy)])
    }

    @Test func `an end whose result never came decides alone`() {
        var book = book
        _ = book.heard(end(17), at: start)
        #expect(book.tick(at: start + .seconds(2)) == [OriginateFinding("call", .busy)])
    }

    @Test func `a call of which nothing is heard is given up after the ring time`() {
        var book = book
        #expect(book.tick(at: start + .seconds(54)).isEmpty)
        #expect(book.tick(at: start + .seconds(55)) == [OriginateFinding("call", .unknown)])
    }

    @Test func `a dropped link leaves every outcome unknown, once`() {
        var book = book
        #expect(book.placed(order("another"), at: start) == true)
        #expect(
            book.linkLost() == [OriginateFinding("another", .unknown), OriginateFinding("call", .unknown)])
        #expect(book.linkLost().isEmpty)
        #expect(book.heard(result(4), at: start).isEmpty)
    }

    @Test func `an id is used once at a time and calls have a limit`() {
        var book = book
        #expect(book.placed(order(), at: start) == false)
        for number in 1..<OriginateBook.callsMax { #expect(book.placed(order("\(number)"), at: start) == true) }
        #expect(book.placed(order("more"), at: start) == false)
        book.dropped("1")
        #expect(book.placed(order("more"), at: start) == true)
    }

    @Test func `other calls' events change nothing`() {
        var book = book
        #expect(book.heard(.channelEnded(ChannelEnd(channel: facts(.down, id: "x"), cause: 17)), at: start).isEmpty)
        #expect(book.heard(.fullyBooted, at: start).isEmpty)
        #expect(book.count == 1)
    }

    @Test func `an order is written down with its call id`() throws {
        let order = OriginateOrder(
            channel: "PJSIP/201", callID: "wake-1", context: "wake", extensionNumber: "ring",
            callerID: "Wake-up <7>", variables: [AMIField("__ROOM", "201")], ringTime: .seconds(45))
        let text = String(decoding: try AMIAction.originate(order).encoded(id: 3), as: UTF8.self)
        #expect(text.contains("ChannelId: wake-1\r\n"))
        #expect(text.contains("Timeout: 45000\r\nAsync: true\r\n"))
        #expect(text.contains("CallerID: Wake-up <7>\r\nVariable: __ROOM=201\r\n\r\n"))
    }

    @Test func `the value of a variable is one value, and no further variable`() throws {
        let order = OriginateOrder(
            channel: "PJSIP/201", callID: "wake-1", context: "wake", extensionNumber: "ring", callerID: nil,
            variables: [AMIField("NAME", #"O"Neill, CALLER=2001\"#)], ringTime: .seconds(45))
        let text = String(decoding: try AMIAction.originate(order).encoded(id: 3), as: UTF8.self)
        #expect(text.hasSuffix("Variable: " + #"NAME=O\"Neill\, CALLER=2001\\"# + "\r\n\r\n"))
    }
}
