import Testing
import WebConsole

@testable import comxfailover

/// The client's parts that need no socket.
@Suite struct ClientTests {
    @Test func `lines come whole, however the bytes are cut`() throws {
        let bytes = Array("first\nsecond\n\nthird\nrest".utf8)
        for cut in 0...bytes.count {
            var splitter = LineSplitter()
            let lines = try splitter.arrived(bytes[..<cut]) + splitter.arrived(bytes[cut...])
            #expect(lines.map { String(decoding: $0, as: UTF8.self) } == ["first", "second", "third"])
        }
    }

    @Test func `a line at the limit is taken and a longer one refused`() throws {
        var splitter = LineSplitter()
        let longest = [UInt8](repeating: 120, count: LineSplitter.lengthMax)
        #expect(try splitter.arrived(longest + [10]) == [longest])
        #expect(throws: LineSplitter.LineTooLong()) { try splitter.arrived(longest + [120]) }
    }

    @Test(arguments: [
        (ClientFailure.noDaemon(socket: "/s"), comxfailover.ExitStatus.unavailable),
        (.forbidden(socket: "/s"), .forbidden),
        (.silent(socket: "/s", seconds: 30), .unavailable), (.unreadable("x"), .fault), (.brokenOff, .temporary),
        (.answered(status: 400, .init(code: "invalid", message: "m")), .usage),
        (.answered(status: 404, .init(code: "not-found", message: "m")), .data),
        (.answered(status: 409, .init(code: "refused", message: "m")), .temporary),
        (.answered(status: 413, .init(code: "too-large", message: "m")), .usage),
        (.answered(status: 500, .init(code: "internal", message: "m")), .fault),
        (.answered(status: 503, .init(code: "unavailable", message: "m")), .unavailable),
    ])
    func `every failure has one line and an exit code`(failure: ClientFailure, status: comxfailover.ExitStatus) {
        #expect(failure.exitStatus == status)
        let words = failure.words(configuration: "/etc/x.yaml")
        #expect(!words.isEmpty && !words.contains("\n"))
    }

    @Test func `a terminal is known by its facts`() {
        let plain = Terminal(isTerminal: false, columns: 80, environment: [:])
        #expect(plain.width == nil && !plain.allowsColour)
        let wide = Terminal(isTerminal: true, columns: 120, environment: [:])
        #expect(wide.width == 120 && wide.allowsColour)
        #expect(!Terminal(isTerminal: true, columns: 120, environment: ["NO_COLOR": "1"]).allowsColour)
        #expect(Terminal(isTerminal: true, columns: 120, environment: ["NO_COLOR": ""]).allowsColour)
        #expect(!Terminal(isTerminal: true, columns: 120, environment: ["TERM": "dumb"]).allowsColour)
        #expect(Terminal(isTerminal: false, columns: nil, environment: ["COLUMNS": "90"]).width == 90)
        #expect(Terminal(isTerminal: true, columns: 10, environment: ["COLUMNS": "x"]).width == Terminal.widthMin)
    }

    @Test func `a sheet that is drawn again covers the old one without a flicker`() {
        let paper = Paper()
        paper.screen(isTerminal: true).redrawSheet(["one", "two"])
        #expect(paper.text == "\u{1b}[Hone\u{1b}[K\ntwo\u{1b}[K\n\u{1b}[J")
        let low = Paper()
        low.screen(isTerminal: true, height: 2).redrawSheet(["one", "two"])
        #expect(low.text == "\u{1b}[Hone\u{1b}[K\n\u{1b}[J")
    }
}
