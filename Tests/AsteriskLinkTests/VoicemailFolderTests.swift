import AsteriskLink
import Foundation
import Ports
import TestSupport
import Testing
import Vocabulary

/// The voicemail of rooms in Asterisk's spool folder.
@Suite struct VoicemailFolderTests {
    private let folder: TemporaryFolder
    private let voicemail: VoicemailFolder
    private let box, other: ExtensionNumber
    /// The check-out; messages are recorded an hour before it or after.
    private let moment = WallTime(microseconds: 1_795_723_200_000_000)

    init() throws {
        folder = try TemporaryFolder()
        voicemail = VoicemailFolder(spoolFolder: folder.path)
        (box, other) = (try ExtensionNumber("1101"), try ExtensionNumber("1102"))
    }

    private func path(_ place: String) -> String { "\(folder.path)/voicemail/\(place)" }

    private func write(_ place: String, _ text: String = "x") throws {
        let url = URL(fileURLWithPath: path(place))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func record(_ place: String, hours: Int) throws {
        let seconds = moment.rawValue / 1_000_000 + Int64(hours * 3_600)
        try write("guests/\(place).txt", "[message]\ncontext=macro-vm\norigtime=\(seconds)\nduration=7\n")
        try write("guests/\(place).wav")
    }

    private func files(_ place: String) -> [String] {
        ((try? FileManager.default.subpathsOfDirectory(atPath: path(place))) ?? []).filter { $0.contains(".") }.sorted()
    }

    // MARK: Boxes

    @Test func `what was recorded before the check-out is deleted, and nothing else`() throws {
        try record("1101/INBOX/msg0000", hours: -1)
        try record("1101/INBOX/msg0001", hours: 1)
        try record("1101/Old/msg0000", hours: -20)
        try record("1102/INBOX/msg0000", hours: -1)
        try write("guests/1101/tmp/recording.wav")
        #expect(try voicemail.empty(box, before: moment))
        #expect(files("guests/1101") == ["INBOX/msg0001.txt", "INBOX/msg0001.wav", "tmp/recording.wav"])
        #expect(files("guests/1102").count == 2)
        #expect(try voicemail.empty(box, before: moment) == false)
    }

    @Test func `greetings of before are deleted by the time of their files`() throws {
        try write("guests/1101/unavail.wav")
        let past = Date(timeIntervalSince1970: Double(moment.rawValue) / 1e6 - 60)
        try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: path("guests/1101/unavail.wav"))
        try write("guests/1101/greet.wav")
        let later = Date(timeIntervalSince1970: Double(moment.rawValue) / 1e6 + 60)
        try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: path("guests/1101/greet.wav"))
        #expect(try voicemail.empty(box, before: moment))
        #expect(files("guests/1101") == ["greet.wav"])
    }

    @Test func `a guest's messages go along to a box that has some`() throws {
        try record("1101/INBOX/msg0000", hours: -1)
        try record("1101/INBOX/msg0001", hours: -2)
        try record("1101/Old/msg0000", hours: -3)
        try record("1102/INBOX/msg0000", hours: 1)
        #expect(try voicemail.move(box, to: other, before: moment))
        #expect(files("guests/1101").isEmpty)
        #expect(
            files("guests/1102") == [
                "INBOX/msg0000.txt", "INBOX/msg0000.wav", "INBOX/msg0001.txt", "INBOX/msg0001.wav", "INBOX/msg0002.txt",
                "INBOX/msg0002.wav", "Old/msg0000.txt", "Old/msg0000.wav",
            ])
        #expect(try voicemail.move(box, to: other, before: moment) == false)
    }

    @Test func `nothing is overwritten in a box that others use, and their greeting stays theirs`() throws {
        try record("1101/INBOX/msg0000", hours: -1)
        try record("1102/INBOX/msg0000", hours: -2)
        try record("1102/INBOX/msg0002", hours: -3)
        try write("guests/1101/unavail.wav", "of the guest who moves")
        try write("guests/1101/greet.wav")
        try write("guests/1102/unavail.wav", "of those who are there")
        let kept = ["INBOX/msg0000.txt", "INBOX/msg0002.txt", "unavail.wav"].map { path("guests/1102/\($0)") }
        let before = try kept.map { try String(contentsOfFile: $0, encoding: .utf8) }
        let ever = WallTime(microseconds: .max)
        #expect(try voicemail.move(box, to: other, before: ever))
        let after = try kept.map { try String(contentsOfFile: $0, encoding: .utf8) }
        #expect(after == before)
        #expect(files("guests/1101") == ["unavail.wav"])
        #expect(
            files("guests/1102") == [
                "INBOX/msg0000.txt", "INBOX/msg0000.wav", "INBOX/msg0001.txt", "INBOX/msg0001.wav", "INBOX/msg0002.txt",
                "INBOX/msg0002.wav", "greet.wav", "unavail.wav",
            ])
        #expect(try voicemail.move(box, to: other, before: ever) == false)
    }

    @Test func `a box that is not there is empty`() throws {
        #expect(try voicemail.empty(box, before: moment) == false)
        #expect(try voicemail.move(box, to: other, before: moment) == false)
        #expect(try voicemail.lamps().isEmpty)
    }

    @Test func `texts that are none of Asterisk's are told by the time of the file`() throws {
        try write("guests/1101/INBOX/msg0000.txt", "origtime=soon\n")
        try write("guests/1101/INBOX/msg0001.txt", String(repeating: "\u{fffd}", count: 10))
        #expect(try voicemail.empty(box, before: WallTime(microseconds: .max)))
        #expect(files("guests/1101").isEmpty)
    }

    // MARK: Lamps

    @Test func `a lamp is lit by a message, and put out`() throws {
        try write("guests/keep.txt")
        try voicemail.setLamp(box, isOn: true)
        try voicemail.setLamp(box, isOn: true)
        #expect(try voicemail.lamps() == [box])
        #expect(files("lamp") == ["1101/INBOX/msg0000.txt"])
        try voicemail.setLamp(box, isOn: false)
        try voicemail.setLamp(other, isOn: false)
        #expect(try voicemail.lamps().isEmpty)
    }

    @Test func `without a spool folder a lamp cannot be lit, and the folder is named`() throws {
        let nowhere = VoicemailFolder(spoolFolder: folder.path + "/a/b/c")
        let failure = #expect(throws: VoicemailFailure.self) { try nowhere.setLamp(box, isOn: true) }
        #expect(failure?.words.contains("/a/b/c") == true || failure?.words.contains("/a/b") == true)
    }
}
