import Foundation
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import HostSystem

@Suite(.timeLimit(.minutes(1))) struct MailAlertsTests {
    /// A stand-in for the mail program: writes down its arguments and the message.
    private func program(_ script: String, in folder: TemporaryFolder) throws -> String {
        let path = folder.path + "/sendmail"
        try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test func `a mail has its receiver, its subject and all of the event`() async throws {
        let folder = try TemporaryFolder()
        let path = try program("echo \"$@\" > \(folder.path)/arguments; cat > \(folder.path)/message", in: folder)
        let alerts = MailAlerts(program: path, address: "desk@hotel.example", commands: CommandRunner())
        try await alerts.tell(SampleAlert.message("the peer is gone: Ünterbrechung", count: 3))
        let arguments = try String(contentsOfFile: folder.path + "/arguments", encoding: .utf8)
        #expect(arguments == "-i -- desk@hotel.example\n")
        let message = try String(contentsOfFile: folder.path + "/message", encoding: .utf8)
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0] == "To: desk@hotel.example")
        #expect(lines[1] == "Subject: ALERT Seaside, Secondary: the peer is gone: ?nterbrechung (3 times)")
        #expect(lines.contains("the peer is gone: Ünterbrechung"))
        #expect(lines.contains("at        2023-11-14 22:13:20 UTC"))
        #expect(lines.contains("- no heartbeat for 3 s"))
    }

    @Test func `a mail names each of those that are told together`() {
        let alerts = MailAlerts(program: "x", address: "desk@hotel.example", commands: CommandRunner())
        let others = [
            SampleAlert.other("nobody was woken in room 102", about: "room 102"),
            SampleAlert.other("it stands still", about: "stays", count: 2),
        ]
        let text = alerts.text(of: SampleAlert.message("nobody was woken in room 101", others: others))
        #expect(text.contains("Secondary: 3 together: nobody was woken in room 101; also room 102, stays\n"))
        #expect(
            text.contains(
                """
                nobody was woken in room 101

                and 2 more:
                - nobody was woken in room 102
                    seen by room 102
                - stays: it stands still (2 times)
                    seen by stays

                severity  alert
                """))
    }

    @Test func `no event can write a header of its own`() {
        let alerts = MailAlerts(program: "x", address: "desk@hotel.example", commands: CommandRunner())
        let text = alerts.text(of: SampleAlert.message("a\r\nBcc: x@example.com\u{2028}b"))
        let head = text.components(separatedBy: "\n\n")[0].split(separator: "\n")
        #expect(head.count == 6)
        #expect(!head.contains { $0.hasPrefix("Bcc") })
    }

    @Test func `a mail program that fails, stands still or is not there is told with its words`() async throws {
        let folder = try TemporaryFolder()
        let failing = MailAlerts(
            program: try program("cat > /dev/null; echo 'no route' >&2; exit 75", in: folder),
            address: "desk@hotel.example", commands: CommandRunner())
        let failure = await #expect(throws: AlertFailure.self) { try await failing.tell(SampleAlert.message()) }
        #expect(failure?.words.hasSuffix("sendmail ended with 75: no route") == true)
        let absent = MailAlerts(program: "/nowhere/sendmail", address: "a@b.example", commands: CommandRunner())
        await #expect(throws: AlertFailure.self) { try await absent.tell(SampleAlert.message()) }
        let commands = MemoryCommands()
        commands.end(with: .timedOut)
        let slow = MailAlerts(program: "/usr/sbin/sendmail", address: "a@b.example", commands: commands)
        await #expect(throws: AlertFailure.self) { try await slow.tell(SampleAlert.message()) }
        #expect(commands.inputs.first?.hasPrefix("To: a@b.example\n") == true)
    }

    @Test func `a mail program that does not read its input is no trouble`() async throws {
        let folder = try TemporaryFolder()
        let alerts = MailAlerts(
            program: try program("exit 0", in: folder), address: "desk@hotel.example", commands: CommandRunner())
        try await alerts.tell(SampleAlert.message())
    }
}
