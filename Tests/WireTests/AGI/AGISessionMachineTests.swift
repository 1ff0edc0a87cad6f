import SeededTestKit
import Testing
import Vocabulary

@testable import Wire

struct AGISessionMachineTests {
    private let now = AGISamples.now

    private func received(_ text: String, _ machine: inout AGISessionMachine) -> [AGISessionDirective] {
        machine.received(Array(text.utf8))
    }

    @Test func `a session begins with what the channel is and what the dialplan gave`() throws {
        var machine = AGISessionMachine()
        machine.connected(at: now)
        let directives = received(AGISamples.environment, &machine)
        guard case .began(let environment) = directives.first, directives.count == 1 else {
            Issue.record("\(directives)")
            return
        }
        #expect(environment.script == "feature")
        #expect(environment.arguments == ["wake-up", "1001", "101", "", "node-1750000000.1"])
        #expect(environment["channel"] == "PJSIP/1001-00000001")
        #expect(machine.state == .open)
    }

    @Test func `a session comes out the same, wherever its bytes are split in two`() {
        let replies = "200 result=49 endpos=1200\n"
        let begun = Array(AGISamples.environment.utf8)
        for split in 0...begun.count {
            var machine = AGISessionMachine()
            machine.connected(at: now)
            let directives = machine.received(begun[..<split]) + machine.received(begun[split...])
            #expect(directives.count == 1)
            #expect(machine == AGISamples.begun() || machine.state == .open)
        }
        for split in 0...replies.utf8.count {
            var machine = AGISamples.waiting()
            let bytes = Array(replies.utf8)
            let directives = machine.received(bytes[..<split]) + machine.received(bytes[split...])
            #expect(directives == [.answered(AGIReply(code: 200, result: "49"))])
        }
    }

    @Test func `a session comes out the same when bytes come one by one`() {
        var machine = AGISessionMachine()
        machine.connected(at: now)
        var directives: [AGISessionDirective] = []
        for byte in AGISamples.environment.utf8 { directives += machine.received([byte]) }
        #expect(directives.count == 1)
        directives = machine.asked(.answer, at: now)
        let usage = "520-Invalid\nProper usage\n520 End of proper usage.\n"
        for byte in usage.utf8 { directives += machine.received([byte]) }
        #expect(directives.last == .answered(AGIReply(code: 520, result: "-Invalid")))
        #expect(machine.state == .open)
    }

    @Test(
        arguments: [
            ("200 result=0", AGIReply(code: 200, result: "0")),
            ("200 result=-1", AGIReply(code: 200, result: "-1")),
            ("200 result=0730", AGIReply(code: 200, result: "0730")),
            ("200 result=07 (timeout)", AGIReply(code: 200, result: "07", note: "timeout")),
            ("200 result= (timeout)", AGIReply(code: 200, result: "", note: "timeout")),
            ("200 result=*1", AGIReply(code: 200, result: "*1")),
            ("200 result=53 endpos=8000\r", AGIReply(code: 200, result: "53")),
            ("510 Invalid or unknown command", AGIReply(code: 510, result: "Invalid or unknown command")),
            (
                "511 Command Not Permitted on a dead channel",
                AGIReply(code: 511, result: "Command Not Permitted on a dead channel")
            ),
        ])
    func `answers are read`(line: String, reply: AGIReply) {
        var machine = AGISamples.waiting()
        #expect(received(line + "\n", &machine) == [.answered(reply)])
        #expect(machine.state == .open)
    }

    @Test func `the key that ended a sound is told, and none where it ended by itself`() {
        #expect(AGIReply(code: 200, result: "49").key == "1")
        #expect(AGIReply(code: 200, result: "42").key == "*")
        #expect(AGIReply(code: 200, result: "0").key == nil)
        #expect(AGIReply(code: 200, result: "-1").key == nil)
        #expect(AGIReply(code: 200, result: "65").key == nil)
        #expect(!AGIReply(code: 200, result: "-1").isDone)
        #expect(!AGIReply(code: 511, result: "").isDone)
    }

    @Test func `a caller who hangs up ends the session, and the command that waits fails`() {
        var machine = AGISamples.waiting()
        #expect(received("HANGUP\n", &machine) == [.failed(.hungUp), .close(.hungUp)])
        #expect(machine.asked(.answer, at: now) == [.failed(.hungUp)])
        #expect(received("200 result=0\n", &machine) == [])
        #expect(machine.linkLost("gone") == [])
        var idle = AGISamples.begun()
        #expect(received("HANGUP\n", &idle) == [.close(.hungUp)])
    }

    @Test func `one command at a time, and none before the channel is known`() {
        var machine = AGISessionMachine()
        #expect(machine.asked(.answer, at: now) == [.failed(.busy)])
        machine.connected(at: now)
        #expect(machine.asked(.answer, at: now) == [.failed(.busy)])
        machine = AGISamples.waiting()
        #expect(machine.asked(.answer, at: now) == [.failed(.busy)])
        #expect(received("200 result=0\n", &machine) == [.answered(AGIReply(code: 200, result: "0"))])
        #expect(machine.asked(.hangUp, at: now) == [.send(Array("HANGUP\n".utf8))])
    }

    @Test func `an Asterisk that says nothing is given up, each time after its limit`() {
        var machine = AGISessionMachine()
        machine.connected(at: now)
        #expect(machine.tick(at: now + (AGISessionMachine.beginningMax - .nanoseconds(1))) == [])
        #expect(machine.tick(at: now + AGISessionMachine.beginningMax) == [.close(.silent)])
        let command = AGICommand.takeDigits(sound: "time", patience: .seconds(5), digitsMax: 4)
        machine = AGISamples.waiting(command)
        let limit = command.longest + AGISessionMachine.margin
        #expect(machine.tick(at: now + (limit - .nanoseconds(1))) == [])
        #expect(machine.tick(at: now + limit) == [.failed(.silent), .close(.silent)])
        var open = AGISamples.begun()
        #expect(open.tick(at: now + .seconds(86_400)) == [])
    }

    @Test func `a connection that is lost fails what waits`() {
        var machine = AGISamples.waiting()
        #expect(machine.linkLost("reset") == [.failed(.linkLost("reset")), .close(.linkLost("reset"))])
        #expect(machine.linkLost("reset") == [])
    }

    @Test func `whoever is no Asterisk is refused`() {
        for text in ["GET / HTTP/1.1\r\n", "agi_network: yes\nnonsense\n", "agi_channel: x\n\n", "\n", "agi_x\n"] {
            var machine = AGISessionMachine()
            machine.connected(at: now)
            guard case .close(.notUnderstood(.notAsterisk)) = received(text, &machine).last else {
                Issue.record("\(text) was taken")
                continue
            }
        }
        var machine = AGISamples.begun()
        #expect(
            received("200 result=1\n", &machine)
                == [.close(.notUnderstood(.unreadable("an answer that nobody waits for")))])
        machine = AGISamples.waiting()
        #expect(
            received("banana\n", &machine)
                == [.failed(.notUnderstood(.unreadable("banana"))), .close(.notUnderstood(.unreadable("banana")))])
    }

    @Test func `lines, their number and what waits have limits`() {
        var machine = AGISessionMachine()
        machine.connected(at: now)
        let longest = "agi_x: " + String(repeating: "y", count: AGILines.lineBytesMax - 7)
        #expect(received(longest + "\n", &machine) == [])
        #expect(
            received(longest + "y\n", &machine)
                == [.close(.notUnderstood(.lineTooLong(bytes: AGILines.lineBytesMax + 1)))])
        machine = AGISessionMachine()
        machine.connected(at: now)
        let lines = (1...AGIEnvironment.linesMax).map { "agi_\($0): x\n" }.joined()
        #expect(received(lines, &machine) == [])
        #expect(
            received("agi_network: yes\n", &machine)
                == [.close(.notUnderstood(.tooManyLines(AGIEnvironment.linesMax + 1)))])
        machine = AGISamples.begun()
        let many = [UInt8](repeating: 0x61, count: AGILines.waitingBytesMax + 1)
        #expect(machine.received(many) == [.close(.notUnderstood(.tooMuchWaiting(bytes: many.count)))])
        machine = AGISamples.waiting()
        let usage = "520-Invalid\n" + String(repeating: "usage\n", count: AGISessionMachine.usageLinesMax)
        #expect(received(usage, &machine) == [])
        #expect(received("usage\n", &machine).last == .close(.notUnderstood(.tooManyLines(201))))
    }

    @Test func `random bytes and flipped bits end in an error or wait, and never harm`() {
        var random = Seeded(seed: 41)
        let session = Array((AGISamples.environment + "200 result=1 (timeout) endpos=0\nHANGUP\n").utf8)
        for round in 0..<5_000 {
            var bytes = round.isMultiple(of: 2) ? session : random.bytes(Int(random.next() % 300))
            for _ in 0...(random.next() % 4) where !bytes.isEmpty {
                bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
            }
            var machine = round.isMultiple(of: 3) ? AGISamples.waiting() : AGISessionMachine()
            machine.connected(at: now)
            let half = bytes.count / 2
            let directives = machine.received(bytes[..<half]) + machine.received(bytes[half...])
            let ends = directives.filter { if case .close = $0 { true } else { false } }
            #expect(ends.count <= 1)
            #expect(directives.count <= 3)
        }
    }
}
