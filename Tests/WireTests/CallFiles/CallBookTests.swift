import Testing
import Vocabulary

@testable import Wire

struct CallBookTests {
    private func event(_ name: String, _ id: String, at seconds: Int) throws -> ChannelEventRecord {
        let text = #""\#(name)","\#(seconds).5","\#(id)","\#(id)","PJSIP/201-1","201","202","guests","","","""#
        return try ChannelEventRecord(line: Array(text.utf8)[...])
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
            book.caughtUp(asteriskStarted: start(150)) == [.interrupted(leg("a", at: 100, answered: 103))])
        #expect(book.caughtUp(asteriskStarted: start(150)).isEmpty)
        #expect(book.open.map(\.uniqueID) == ["b"])
    }

    @Test func `what was kept of a former run is known again`() throws {
        var book = CallBook(open: [leg("b", at: 120), leg("a", at: 100)])
        #expect(book.open.map(\.uniqueID) == ["a", "b"])
        #expect(book.read(try event("CHAN_END", "a", at: 130)) == [.closed(uniqueID: "a")])
        #expect(book.caughtUp(asteriskStarted: start(200)) == [.interrupted(leg("b", at: 120))])
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
}
