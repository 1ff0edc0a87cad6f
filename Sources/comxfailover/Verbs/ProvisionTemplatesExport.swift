import ArgumentParser
import AsteriskText
import Foundation
import HostSystem

/// `provision templates export`: the built-in templates as files.
struct ProvisionTemplatesExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the built-in templates to a folder, to read or to change them.",
        discussion: """
            Needs no daemon. A file that is there already is left alone unless --replace is given. Only keep the files \
            you change: the others would miss what later versions mend.

            EXAMPLES
              comxfailover provision templates export ./templates
              comxfailover provision templates export /etc/comxfailover/templates --family yealink
            """)

    @Argument(help: ArgumentHelp("The folder.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("Only this family's.", valueName: "family"))
    var family: PhoneFamily?

    @Flag(help: "Write over files that are there.")
    var replace = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let status = outcome(on: .standard(options))
        if status != .ok { throw ExitCode(status.rawValue) }
    }

    func outcome(on screen: Screen, complain: (String) -> Void = { Screen.complain($0) }) -> ExitStatus {
        let files = (family.map { [$0] } ?? PhoneFamily.allCases).map { family in
            (path: folder + "/" + BuiltInTemplate.fileName(of: family), text: BuiltInTemplate.text(of: family))
        }
        if !replace, let there = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) {
            complain("\(there.path) is there already; choose another folder, or give --replace")
            return .cannotCreate
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in files { try AtomicFile(path: file.path).write(file.text) }
            try screen.show(files.map(\.path), or: files.map(\.path).joined(separator: "\n"))
            return .ok
        } catch {
            complain("cannot write into \(folder): \(error)")
            return .cannotCreate
        }
    }
}

extension PhoneFamily: ExpressibleByArgument {}
