import ArgumentParser
import Foundation
import HostSystem
import Ports

/// `provision render`: the file of a device, as the device gets it.
struct ProvisionRender: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Show the file of a phone or gateway, as it gets it.",
        discussion: """
            Takes a hardware address, or an extension and then makes the files of all its phones. The files hold SIP \
            passwords: with --out they are written so that only their owner may read them.

            EXAMPLES
              comxfailover provision render 00:15:65:ab:cd:ef
              comxfailover provision render 201 --template ./yealink.tmpl
              comxfailover provision render 201 --out /tmp/files
              comxfailover provision render 201 --json | jq -r '.[].servers'
            """)

    @Argument(help: ArgumentHelp("A hardware address, or an extension.", valueName: "device"))
    var device: String

    @Option(help: ArgumentHelp("A template to try instead of the one in force.", valueName: "path"))
    var template: String?

    @Option(help: ArgumentHelp("A folder to write the files into.", valueName: "folder"))
    var out: String?

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let text = try template.map(Self.text(of:))
        let files: [RenderedFile] = try await client.ask(.render(RenderRequest(device: device, template: text)))
        if let out {
            try Self.write(files, into: out)
            try screen.show(files, or: files.map { "\(out)/\($0.fileName)" }.joined(separator: "\n"))
        } else {
            try screen.show(files, or: files.map(Self.sheet).joined(separator: "\n"))
        }
        return .ok
    }

    /// The text alone for one file; a line above each says whose it is.
    private static func sheet(_ file: RenderedFile) -> String {
        let servers = file.servers.joined(separator: ", ")
        let extensions = file.extensions.joined(separator: ", ")
        return """
            == \(file.fileName)  \(file.model), \(file.role) \(extensions); servers \(servers); \
            template \(file.template)
            \(file.text)
            """
    }

    private static func text(of path: String) throws -> String {
        do {
            guard let text = try AtomicFile(path: path).readText() else {
                throw VerbFailure(status: .data, words: "there is no file \(path)")
            }
            return text
        } catch let failure as FileFailure {
            throw VerbFailure(status: .data, words: "\(failure)")
        }
    }

    private static func write(_ files: [RenderedFile], into folder: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for file in files {
                try AtomicFile(path: folder + "/" + file.fileName, access: .ownerOnly).write(file.text)
            }
        } catch {
            throw VerbFailure(status: .cannotCreate, words: "cannot write into \(folder): \(error)")
        }
    }
}
