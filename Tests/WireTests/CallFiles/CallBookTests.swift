import Testing
import Vocabulary

@testable import Wire

struct CallBookTests {
    private func event(_ name: String, _ id: String, at seconds: Int) throws -> ChannelEventRecord {
        let text = #""\#(name)","\#(seconds).5","\#(id)","\#(id)","PJSIP/201-1","201","202","guests","","","""#
        return try ChannelEventRecord(line: Array(text.utf8)[...])
    }

    /// An event of the dialplan's own, as Asterisk wraps it.
    private func own(_ name: String, _ id: String, _ words: String, linked: String? = nil) throws -> ChannelEventRecord
    {
        let extra = #"{""extra"":""\#(words)""}"#
        let text = #""\#(name)","101.5","\#(id)","\#(linked ?? id)","PJSIP/201-1","201","202","","","","\#(extra)""#
        return try ChannelEventRecord(line: Array(text.utf8)[...])
    }

    private func begun(_ id: String, of call: String, on channel: String, at seconds: Int) throws -> ChannelEventRecord
    {
        let text =
            #""CHAN_START","\#(seconds).5","\#(id)","\#(call)","\#(channel)","201","202","guests","","","""#
        return try ChannelEventRecord(line: Array(text.utf8)[...])
    }

    private func record(_ id: String) throws -> CallRecord {
        let text =
            #""c","\#(id)","\#(id)","201","202","x","PJSIP/201-1","","100.5","","110.5","10","0","BUSY","#
            + #""","","","","1""#
        return try CallRecord(line: Array(text.utf8)[...])
    }

    private func leg(_ id: String, at seconds: Int64, answered: Int64? = nil) -> OpenLeg {
        OpenLeg(
            uniqueID: id, linkedID: id, channel: "PJSIP/201-1", source: "201", destination: "202",
            started: WallTime(microseconds: seconds * 1_000_000 + 500_000),
            answered: answered.map { WallTime(microseconds: $0 * 1_000_000 + 500_000) })
    }

    private func start(_ seconds: Int64) -> WallTime { WallTime(microseconds: seconds * 1_000_000) }

    @Test func `a leg begins, is answered and ends`() throws {
        var book = CallBook()
        #expect(book.read(try event("CHAN_START", "a", at: 100)) == [.opened(leg("a", at: 100))])
        #expect(book.read(try event("ANSWER", "a", at: 103)) == [.opened(leg("a", at: 100, answered: 103))])
        #expect(book.open == [leg("a", at: 100, answered: 103)])
        #expect(book.read(try event("CHAN_END", "a", at: 110)) == [.closed(uniqueID: "a")])
        #expect(book.open.isEmpty)
    }

    @Test func `a leg that Asterisk took with it is closed as interrupted, once`() throws {
        var book = CallBook()
        _ = book.read(try event("CHAN_START", "a", at: 100))
        _ = book.read(try event("ANSWER", "a", at: 103))
        _ = book.read(try event("CHAN_START", "b", at: 200))
        #expect(book.caughtUp(asteriskStarted: start(100)).isEmpty)
        #expect(
            book.caughtUp(asteriskStarted: start(150)) == [.interrupted(leg("a", at: 100, answered: 103), other: nil)])
        #expect(book.caughtUp(asteriskStarted: start(150)).isEmpty)
        #expect(book.open.map(\.uniqueID) == ["b"])
    }

    @Test func `what was kept of a former run is known again`() throws {
        var book = CallBook(open: [leg("b", at: 120), leg("a", at: 100)])
        #expect(book.open.map(\.uniqueID) == ["a", "b"])
        #expect(book.read(try event("CHAN_END", "a", at: 130)) == [.closed(uniqueID: "a")])
        #expect(book.caughtUp(asteriskStarted: start(200)) == [.interrupted(leg("b", at: 120), other: nil)])
    }

    @Test func `lines read twice change nothing`() throws {
        var book = CallBook()
        _ = book.read(try event("CHAN_START", "a", at: 100))
        #expect(book.read(try event("CHAN_START", "a", at: 100)).isEmpty)
        _ = book.read(try event("ANSWER", "a", at: 103))
        #expect(book.read(try event("ANSWER", "a", at: 103)).isEmpty)
        _ = book.read(try event("CHAN_END", "a", at: 110))
        #expect(book.read(try event("CHAN_END", "a", at: 110)).isEmpty)
        #expect(book.read(try event("ANSWER", "x", at: 110)).isEmpty)
        #expect(book.read(try event("LINKEDID_END", "a", at: 110)).isEmpty)
    }

    @Test func `so many legs may be open and then the oldest is given up`() throws {
        var book = CallBook(open: (0..<CallBook.legsMax).map { leg("\($0)", at: Int64(100 + $0)) })
        let directives = book.read(try event("CHAN_START", "new", at: 90_000))
        #expect(directives == [.givenUp(leg("0", at: 100)), .opened(leg("new", at: 90_000))])
        #expect(book.open.count == CallBook.legsMax)
    }

    @Test func `a call that the dialplan named is open until its record is read`() throws {
        var book = CallBook()
        _ = book.read(try event("CHAN_START", "a", at: 100))
        _ = book.read(try own("call", "a", "node-7.1/1001/101"))
        _ = book.read(try own("exit", "a", "node-7.1/city/234567"))
        let open = try #require(book.open.first)
        #expect(open.callID == "node-7.1" && open.caller == "1001" && open.room == "101" && open.trunk == "city")
        #expect(try book.read(event("CHAN_END", "a", at: 110)).count == 1)
        #expect(book.open.first?.ended == WallTime(microseconds: 110_500_000))
        #expect(book.read(try record("a")) == [.closed(uniqueID: "a")])
        #expect(book.caughtUp(asteriskStarted: start(500)).isEmpty)
    }

    @Test func `a call whose channel ended and whose record never came is interrupted`() throws {
        var book = CallBook()
        _ = book.read(try event("CHAN_START", "a", at: 100))
        _ = book.read(try own("call", "a", "node-7.1/1001/101"))
        _ = book.read(try event("CHAN_END", "a", at: 110))
        guard case .interrupted(let leg, nil)? = book.caughtUp(asteriskStarted: start(500)).first else {
            Issue.record("nothing interrupted")
            return
        }
        #expect(leg.ended == WallTime(microseconds: 110_500_000))
    }

    @Test func `the legs of one call are one interrupted call, whatever it had reached`() throws {
        var book = CallBook()
        _ = book.read(try begun("a", of: "a", on: "PJSIP/1001-1", at: 100))
        _ = book.read(try own("call", "a", "node-7.1/1001/101"))
        _ = book.read(try begun("b", of: "a", on: "PJSIP/202-2", at: 101))
        _ = book.read(try begun("c", of: "a", on: "PJSIP/203-3", at: 101))
        _ = book.read(try event("ANSWER", "c", at: 103))
        let directives = book.caughtUp(asteriskStarted: start(500))
        guard case .interrupted(let leg, let other)? = directives.first else {
            Issue.record("nothing interrupted")
            return
        }
        #expect(leg.uniqueID == "a" && other?.channel == "PJSIP/203-3")
        #expect(Set(directives.dropFirst()) == [.closed(uniqueID: "b"), .closed(uniqueID: "c")])
        #expect(book.open.isEmpty)
    }

    @Test func `a leg whose call has its record is closed without another one`() throws {
        var book = CallBook()
        _ = book.read(try begun("a", of: "a", on: "PJSIP/1001-1", at: 100))
        _ = book.read(try begun("b", of: "a", on: "PJSIP/202-2", at: 101))
        _ = book.read(try record("a"))
        #expect(book.caughtUp(asteriskStarted: start(500)) == [.closed(uniqueID: "b")])
    }

    @Test func `a channel that is alive is not interrupted, whatever the clocks say`() throws {
        var book = CallBook()
        _ = book.read(try event("CHAN_START", "a", at: 100))
        #expect(book.caughtUp(asteriskStarted: start(500), alive: ["a"]).isEmpty)
        #expect(book.open.count == 1)
    }

    @Test func `channels that Asterisk makes for itself are nobody's call`() throws {
        var book = CallBook()
        #expect(try book.read(begun("l", of: "l", on: "Local/s@first-response-1;2", at: 100)).isEmpty)
        #expect(book.open.isEmpty)
    }

    @Test func `events that come after the record of their leg open nothing`() throws {
        var book = CallBook()
        _ = book.read(try record("a"))
        #expect(try book.read(event("CHAN_START", "a", at: 100)).isEmpty)
        #expect(try book.read(own("call", "a", "x/1/2")).isEmpty)
    }
}
