import Testing
import Vocabulary

@testable import Wire

struct ControlMessageTests {
    @Test(arguments: Samples.requests)
    func `a request survives the way`(request: ControlRequest) throws {
        let frame = request.frame(id: 9)
        #expect(frame.id == 9)
        #expect(frame.kind < 0x80)
        #expect(try ControlRequest(frame) == request)
    }

    @Test(arguments: Samples.replies)
    func `a reply survives the way`(reply: ControlReply) throws {
        let frame = reply.frame(id: 9)
        #expect(frame.kind >= 0x80)
        #expect(try ControlReply(frame) == reply)
    }

    @Test func `a request is no reply and a reply no request`() {
        for request in Samples.requests {
            let frame = request.frame(id: 1)
            #expect(throws: ControlMessageError.unknownKind(frame.kind)) { try ControlReply(frame) }
        }
        for reply in Samples.replies {
            let frame = reply.frame(id: 1)
            #expect(throws: ControlMessageError.unknownKind(frame.kind)) { try ControlRequest(frame) }
        }
    }

    @Test func `every body that ends early is malformed`() {
        for frame in Samples.frames {
            for count in 0..<frame.body.count {
                let cut = ControlFrame(kind: frame.kind, id: frame.id, body: Array(frame.body.prefix(count)))
                #expect(throws: ControlMessageError.malformed(kind: frame.kind)) {
                    if frame.kind < 0x80 { _ = try ControlRequest(cut) } else { _ = try ControlReply(cut) }
                }
            }
        }
    }

    @Test func `fields that a later release adds are passed over`() throws {
        for request in Samples.requests {
            let frame = request.frame(id: 1)
            let longer = ControlFrame(kind: frame.kind, id: 1, body: frame.body + [1, 2, 3])
            #expect(try ControlRequest(longer) == request)
        }
        for reply in Samples.replies {
            let frame = reply.frame(id: 1)
            let longer = ControlFrame(kind: frame.kind, id: 1, body: frame.body + [1, 2, 3])
            #expect(try ControlReply(longer) == reply)
        }
    }

    @Test func `a hello of a newer protocol is read as far as to name it`() throws {
        let hello = ControlHello(
            protocolVersion: ProtocolVersion(rawValue: 99), mode: .secondary, boot: BootID(rawValue: 1),
            incarnation: Incarnation(rawValue: 2), wallClock: WallTime(microseconds: 3), softwareVersion: "9",
            timeZone: "")
        guard case .hello(let read) = try ControlRequest(ControlRequest.hello(hello).frame(id: 1)) else {
            Issue.record("not a hello")
            return
        }
        #expect(!read.protocolVersion.isUnderstood)
        #expect(read.protocolVersion.rawValue == 99)
    }

    @Test func `a hello tells the time zone, cut to its limit`() throws {
        let hello = ControlHello(
            mode: .primary, boot: BootID(rawValue: 1), incarnation: Incarnation(rawValue: 2),
            wallClock: WallTime(microseconds: 3), softwareVersion: "9", timeZone: String(repeating: "Z", count: 99))
        #expect(hello.timeZone.utf8.count == ControlHello.timeZoneBytesMax)
        #expect(try ControlRequest(ControlRequest.hello(hello).frame(id: 1)) == .hello(hello))
        #expect(try ControlReply(ControlReply.hello(hello).frame(id: 1)) == .hello(hello))
    }

    @Test func `a failure code of a later release is other`() throws {
        var body = ControlReply.failed(.init(code: .busy, words: "later")).frame(id: 1).body
        (body[0], body[1]) = (0x7F, 0xFF)
        let reply = try ControlReply(ControlFrame(kind: 0x82, id: 1, body: body))
        #expect(reply == .failed(.init(code: .other, words: "later")))
    }

    @Test(arguments: ControlReply.FailureCode.allCases)
    func `every failure code survives the way`(code: ControlReply.FailureCode) throws {
        let reply = ControlReply.failed(.init(code: code, words: ""))
        #expect(try ControlReply(reply.frame(id: 1)) == reply)
    }

    @Test func `long words are cut to their limit`() throws {
        let failure = ControlReply.Failure(code: .other, words: String(repeating: "é", count: 5_000))
        #expect(failure.words.utf8.count == ControlReply.Failure.wordsBytesMax)
        #expect(try ControlReply(ControlReply.failed(failure).frame(id: 1)) == .failed(failure))
    }

    @Test func `names from outside must be names`() {
        let bad: [(UInt16, [UInt8])] = [
            (0x03, [3] + Array("A-B".utf8)), (0x03, [0]), (0x03, [2, 0xC3, 0x28]),
            (0x03, [41] + [UInt8](repeating: 0x61, count: 41)),
            (0x04, [0, 0, 0, 1, 0x61]), (0x04, [0, 1, 0x61, 0, 0]), (0x04, [0, 1, 0x61, 0, 1, 0]),
            (0x04, [0, 1, 0x61, 0, 65] + [UInt8](repeating: 0x61, count: 65)),
        ]
        for (kind, body) in bad {
            #expect(throws: ControlMessageError.malformed(kind: kind)) {
                try ControlRequest(ControlFrame(kind: kind, id: 1, body: body))
            }
        }
    }
}
