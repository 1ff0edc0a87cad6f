import ArgumentParser
import Foundation
import HotelLogic

/// `import`: entries from a file of comma-separated values, all of them or none.
struct EntryImportFile<Verbs: EntryVerbs>: NodeVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import", abstract: "Add all that a file of comma-separated values names, or none.",
            discussion: """
                The first line names the columns: \(Verbs.kind.keyColumns[0]), and any of the fields by the names of \
                their options. An empty field is the standard. Commas or semicolons stand between the fields; a \
                field in double quotes may hold both. Every line that is wrong is told with its number, and then nothing is imported.

                \(EntryExamples.lines(["", " --update"].map { "\(Verbs.kind.rawValue) import file.csv\($0)" }))
                """)
    }

    /// The largest file, in bytes.
    static var sizeMax: Int { 2 * 1024 * 1024 }

    @Argument(help: ArgumentHelp("The file.", valueName: "file.csv"))
    var file: String

    @Flag(help: "Change those that are there already, instead of refusing the file.")
    var update = false

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let call = try APICall.importEntries(Verbs.kind, text(), updating: update)
        return try await change(call, with: client, on: screen)
    }

    /// The file's text: UTF-8, and not more than the limit.
    private func text() throws -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw VerbFailure(status: .data, words: "\(file) cannot be read; is it there, and may this user read it?")
        }
        guard data.count <= Self.sizeMax else {
            throw VerbFailure(status: .usage, words: "\(file) is larger than \(Self.sizeMax) bytes; cut it in two")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw VerbFailure(status: .usage, words: "\(file) is not UTF-8; save it again as CSV UTF-8")
        }
        return text
    }
}
