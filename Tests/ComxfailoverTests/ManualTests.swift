import ArgumentParser
import Foundation
import Ports
import TestSupport
import Testing

@testable import comxfailover

/// The manual says what the program does.
@Suite struct ManualTests {
    let manual: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        manual = try String(contentsOf: root.appendingPathComponent("Docs/COMMANDS.md"), encoding: .utf8)
    }

    @Test func `its examples are what the verbs print`() {
        let layout = Layout(width: 80, style: .plain)
        let now = SampleReports.now
        let sheets = [
            StatusTable(report: SampleReports.troubledNode, now: now, layout: layout).text,
            ServicesTable(report: SampleServices.secondaryDown, layout: layout).text,
            ReignPreviewSheet(previews: [SampleFailover.takeover], isForced: false, layout: layout).text,
            ItemsTable(items: SampleReports.items, layout: Layout(width: nil, style: .plain)).text,
            ReplicationTable(report: SampleReports.troubledNode, layout: layout).text,
            ConflictsTable(conflicts: [SampleReports.conflicts[0]], now: now, layout: layout).text,
            ConflictSheet(conflict: SampleReports.conflicts[0], now: now, layout: layout).text,
            CoverageTable(report: SampleReports.coverage, layout: layout).text,
            DecisionList(decisions: SampleReports.decisions, now: now, layout: layout).text,
            EventList(events: SampleEvents.reports, now: now, layout: layout).text,
            CallsTable(calls: SampleCalls.reports, now: now, layout: Layout(width: 120, style: .plain)).text,
        ]
        for sheet in sheets { #expect(manual.contains("```\n\(sheet)\n```"), "\(sheet)") }
    }

    @Test func `its examples of guests are what the verbs print`() async throws {
        let console = try await SampleGuests.console()
        let layout = Layout(width: 100, style: .plain)
        let sheets = [
            StaysTable(list: try await console.stays(in: nil), layout: layout).text,
            RoomStatesTable(list: try await console.rooms(), layout: layout).text,
            WakeUpsTable(list: try await console.wakeUps(WakeUpQuery()), layout: layout).text,
            StayHistoryTable(lines: try await console.history(StayHistoryQuery(limit: 4)), layout: layout).text,
        ]
        for sheet in sheets { #expect(manual.contains("```\n\(sheet)\n```"), "\(sheet)") }
    }

    @Test func `every verb has a chapter`() {
        let titles = manual.split(separator: "\n").filter { $0.hasPrefix("## ") }
        let chapters = titles.flatMap { $0.dropFirst(3).split(separator: ", ") }.map(String.init)
        for verb in Self.verbs(of: Comxfailover.self, after: []) {
            #expect(chapters.contains(verb), "\(verb) has no chapter")
        }
    }

    @Test(arguments: comxfailover.ExitStatus.allCases)
    func `every exit code is explained`(status: comxfailover.ExitStatus) {
        #expect(manual.contains("\n| \(status.rawValue) | "))
    }

    /// The verbs at the ends of the tree, as they are typed.
    private static func verbs(of type: any ParsableCommand.Type, after words: [String]) -> [String] {
        type.configuration.subcommands.flatMap { verb in
            let path = words + [verb._commandName]
            return verb.configuration.subcommands.isEmpty
                ? [path.joined(separator: " ")] : verbs(of: verb, after: path)
        }
    }
}
