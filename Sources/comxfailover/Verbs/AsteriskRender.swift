import ArgumentParser
import Foundation
import HostSystem
import Ports

/// `asterisk render`: the files for Asterisk, to look at.
struct AsteriskRender: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Show what would be written for Asterisk, against what stands in its folder.",
        discussion: """
            Lists every file and whether it would change; with --diff, the lines that would. Writes nothing into \
            Asterisk's folder: the daemon does that by itself, as soon as the tables change. Passwords and PINs are \
            hidden unless --reveal is given.

            The exit code is 0 where nothing would change, and 1 where something would, where an entry cannot be \
            rendered, or where Asterisk would stumble over the files, so that the daemon does not write them.

            EXAMPLES
              comxfailover asterisk render
              comxfailover asterisk render --diff
              comxfailover asterisk render --into /tmp/files --reveal
            """)

    @Flag(help: "Show the lines that would change.")
    var diff = false

    @Option(help: ArgumentHelp("A folder to write all files into.", valueName: "folder"))
    var into: String?

    @Flag(help: "Show passwords and PINs.")
    var reveal = false

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let report: RenderingReport = try await client.ask(.rendering(reveals: reveal))
        if let into { try Self.write(report.files, into: into) }
        let sheet = RenderingSheet(report: report, folder: into, showsLines: diff, layout: screen.layout)
        try screen.show(report, or: sheet.text)
        let isClean = report.differences.isEmpty && report.leftOut.isEmpty && report.findings.isEmpty
        return isClean ? .ok : .found
    }

    private static func write(_ files: [RenderingReport.File], into folder: String) throws {
        do {
            for file in files {
                let path = folder + "/" + file.name
                let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
                try FileManager.default.createDirectory(
                    atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                try AtomicFile(path: path, access: .ownerOnly).write(file.text)
            }
        } catch {
            throw VerbFailure(status: .cannotCreate, words: "cannot write into \(folder): \(error)")
        }
    }
}
