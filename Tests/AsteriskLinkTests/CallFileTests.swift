import AsteriskLink
import AsteriskTestKit
import Ports
import Testing
import Vocabulary
import Wire

/// The call files as a real Asterisk writes them with the house's configuration.
@Suite(.serialized) struct CallFileTests {
    @Sendable private static func prepare(_ instance: AsteriskInstance) throws {
        try Phones.prepare(instance)
        try instance.write(CallFiles.recordConfiguration, to: "cdr_custom.conf")
        try instance.write(CallFiles.eventConfiguration, to: "cel_custom.conf")
        try instance.write(CallFiles.eventSelection, to: "cel.conf")
        try instance.append(
            """
            [marked]
            exten => tell,1,Set(CDR(\(CallFiles.callIDVariable))=call-77)
             same => n,Set(CDR(\(CallFiles.trunkVariable))=on-site)
             same => n,Set(CDR(\(CallFiles.roomVariable))=201)
             same => n,Set(CDR(accountcode)=a "quoted", account)
             same => n,Wait(1)
             same => n,Hangup()

            """, to: "extensions.conf")
    }

    /// Lines of a file, once `isEnough` says that all are there.
    private static func lines(_ file: String, _ isEnough: ([[UInt8]]) -> Bool) async throws -> [[UInt8]] {
        let clock = ContinuousClock()
        let end = clock.now + LinkedClient.patience
        var position: CallFilePosition?
        var lines: [[UInt8]] = []
        while clock.now < end, !isEnough(lines) {
            let chunk = try CallFileTail(path: file).read(after: position)
            position = chunk.position
            lines += chunk.lines
            try await clock.sleep(for: .milliseconds(50))
        }
        return lines
    }

    @Test func `a call's record has every column`() async throws {
        try await LinkedClient.running(prepare: Self.prepare) { manager, instance in
            let order = OriginateOrder(
                channel: "PJSIP/201", callID: "test-leg-1", context: "marked", extensionNumber: "tell",
                ringTime: .seconds(5))
            let outcome = try await manager.client.originate(order)
            #expect(outcome == .answered)
            let lines = try await Self.lines(instance.folder + "/log/" + CallFiles.recordFile) { lines in
                lines.contains { String(decoding: $0, as: UTF8.self).contains("test-leg-1") }
            }
            let records = try lines.map { line throws(CallFileError) in try CallRecord(line: line[...]) }
            let record = try #require(records.first { $0.uniqueID == "test-leg-1" })
            #expect(record.callID == "call-77")
            #expect(record.trunk == "on-site")
            #expect(record.room == "201")
            #expect(record.account == #"a "quoted", account"#)
            #expect(record.disposition == "ANSWERED")
            let answer = try #require(record.answer)
            #expect(record.start <= answer)
            #expect(record.end - answer >= .milliseconds(900))
            #expect(record.billableSeconds >= 1)
        }
    }

    @Test func `a call that was cut off with Asterisk is found as interrupted`() async throws {
        try await LinkedClient.running(prepare: Self.prepare) { manager, instance in
            let order = Phones.order("201")
            let outcome = try await manager.client.originate(order)
            #expect(outcome == .answered)
            let file = instance.folder + "/log/" + CallFiles.eventFile
            let isAnswered = { (lines: [[UInt8]]) in
                lines.contains { line in
                    let text = String(decoding: line, as: UTF8.self)
                    return text.contains("\"ANSWER\"") && text.contains(order.callID)
                }
            }
            let before = try await Self.lines(file, isAnswered)
            instance.endAtOnce()
            var book = CallBook()
            for line in before { _ = book.read(try ChannelEventRecord(line: line[...])) }
            let last = try #require(book.open.map(\.started).max())
            let orphans = book.caughtUp(asteriskStarted: WallTime(microseconds: last.rawValue + 1))
            let isOurs = orphans.contains { directive in
                if case .interrupted(let leg, _) = directive {
                    leg.uniqueID == order.callID && leg.answered != nil
                } else {
                    false
                }
            }
            #expect(isOurs)
        }
    }
}
