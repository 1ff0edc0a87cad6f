import Foundation
import Subprocess
import SystemPackage

/// Writes the option file and fills an empty data folder.
struct PrivateServerInstaller: Sendable {
    /// The most of the installation's output that is kept for an error message.
    private static let outputBytesMax = 256 << 10

    let server: PrivateServer

    /// Whether the data folder holds MariaDB's own tables already.
    var isInstalled: Bool { FileManager.default.fileExists(atPath: server.dataFolder + "/mysql") }

    /// Makes the folder and writes the files that the server reads; done at every start. True where one of them was
    /// another before.
    @discardableResult
    func prepare() throws -> Bool {
        guard server.socket.utf8.count <= PrivateServer.socketPathMax else {
            throw PrivateServerFailure.socketPathTooLong(server.socket)
        }
        let files = FileManager.default
        for folder in [server.folder, server.temporaryFolder] {
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let isBegunOtherwise = try write(PrivateServer.initFileText, to: server.initFile)
        return try write(server.optionFileText, to: server.optionFile) || isBegunOtherwise
    }

    /// Writes a file; true where it was another before.
    private func write(_ text: String, to path: String) throws -> Bool {
        let file = URL(fileURLWithPath: path)
        let content = Data(text.utf8)
        guard (try? Data(contentsOf: file)) != content else { return false }
        try content.write(to: file, options: .atomic)
        return true
    }

    /// Fills the data folder. It grows under another name and is renamed when whole, so a crash leaves no half.
    func install() async throws {
        let files = FileManager.default
        if let entries = try? files.contentsOfDirectory(atPath: server.dataFolder) {
            guard entries.isEmpty else { throw PrivateServerFailure.foreignData(folder: server.dataFolder) }
            try files.removeItem(atPath: server.dataFolder)
        }
        if files.fileExists(atPath: server.unfinishedFolder) { try files.removeItem(atPath: server.unfinishedFolder) }
        try await runInstallProgram()
        try files.moveItem(atPath: server.unfinishedFolder, toPath: server.dataFolder)
    }

    private func runInstallProgram() async throws {
        let user = PrivateServer.systemUser
        let arguments = [
            "--defaults-file=\(server.optionFile)", "--datadir=\(server.unfinishedFolder)", "--user=\(user)",
            "--auth-root-authentication-method=socket", "--auth-root-socket-user=\(user)", "--skip-test-db",
            "--skip-name-resolve",
        ]
        let log = ServerLog(server.logFile)
        let result = try await Subprocess.run(
            .path(FilePath(server.installProgram)), arguments: Arguments(arguments),
            output: .string(limit: Self.outputBytesMax), error: .combinedWithOutput)
        guard result.terminationStatus.isSuccess else {
            throw PrivateServerFailure.installation(words: log.lastWords ?? Self.complaint(in: result.standardOutput))
        }
    }

    /// The lines that say what went wrong; the program's general advice helps nobody here.
    private static func complaint(in text: String) -> String {
        let lines = text.split(separator: "\n")
        let errors = lines.filter { $0.localizedCaseInsensitiveContains("error") && !$0.contains("http") }
        return (errors.isEmpty ? lines.prefix(5) : errors.prefix(5)).joined(separator: " / ")
    }
}
