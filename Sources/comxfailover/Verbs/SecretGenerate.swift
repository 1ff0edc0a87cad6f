import ArgumentParser
import Foundation

/// `secret generate`: a new secret.
struct SecretGenerate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make a new secret of 256 bits.",
        discussion: """
            Prints it, or with --out writes it to a new file that only its owner may read. A file that is there \
            already is never written over. Give both nodes the same secret, by a way that nobody listens to.

            EXAMPLES
              comxfailover secret generate --out /etc/comxfailover/secret
              comxfailover secret generate --json
            """)

    @Option(help: ArgumentHelp("The file to make, mode 0600.", valueName: "path"))
    var out: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        var source = SystemRandomNumberGenerator()
        let status = outcome(on: .standard(options), using: &source)
        if status != .ok { throw ExitCode(status.rawValue) }
    }

    /// Makes a secret from `source`, which must be fit for secrets.
    func outcome(
        on screen: Screen, using source: inout some RandomNumberGenerator,
        complain: (String) -> Void = { Screen.complain($0) }
    ) -> ExitStatus {
        let secret = NewSecret(using: &source)
        do {
            guard let out else {
                try screen.show(["secret": secret.text], or: secret.text)
                return .ok
            }
            try secret.write(to: out)
            try screen.show(["file": out], or: "The secret is in \(out). Copy it to the other node.")
            return .ok
        } catch let failure as VerbFailure {
            complain(failure.words)
            return failure.status
        } catch {
            complain("\(error)")
            return .fault
        }
    }
}
