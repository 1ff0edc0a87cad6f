import Ports
import Vocabulary

/// Alerts as mail, by the mail program of this server.
package struct MailAlerts: AlertPort {
    /// How long the mail program may take.
    package static let limit = Duration.seconds(20)
    /// The longest subject.
    static let subjectLengthMax = 120

    private let program: String
    private let address: String
    private let commands: any CommandPort

    /// - Parameters:
    ///   - program: takes a message on its standard input and the receiver as an argument, as `sendmail` does.
    ///   - address: the receiver.
    package init(program: String, address: String, commands: any CommandPort) {
        self.program = program
        self.address = address
        self.commands = commands
    }

    package func tell(_ message: AlertMessage) async throws(AlertFailure) {
        let outcome = await commands.run(
            [program, "-i", "--", address], input: text(of: message), timeout: Self.limit)
        guard !outcome.succeeded else { return }
        let said = outcome.output.split(separator: "\n").first.map { ": \($0.prefix(200))" } ?? ""
        switch outcome.ending {
        case .exited(let code): throw AlertFailure("\(program) ended with \(code)\(said)")
        case .signalled(let signal): throw AlertFailure("\(program) was ended by signal \(signal)\(said)")
        case .timedOut: throw AlertFailure("\(program) did not end within \(Self.limit.components.seconds) s\(said)")
        case .notStarted(let words): throw AlertFailure(words)
        }
    }

    /// A message of the mail's own standard: headers of ASCII, and a text in UTF-8.
    func text(of message: AlertMessage) -> String {
        """
        To: \(address)
        Subject: \(Self.subject(message.headline))
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit
        Auto-Submitted: auto-generated

        \(message.text)
        """
    }

    /// What is not ASCII is left out of the subject; it stands in the text.
    private static func subject(_ headline: String) -> String {
        let visible = headline.unicodeScalars.map { scalar -> Character in
            (0x20..<0x7F).contains(scalar.value) ? Character(scalar) : scalar.value < 0x80 ? " " : "?"
        }
        return String(visible.prefix(subjectLengthMax))
    }
}
