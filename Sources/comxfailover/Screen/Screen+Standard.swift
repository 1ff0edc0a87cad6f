import Foundation
import Vocabulary

extension Screen {
    /// The screen on the standard output, as the options and the terminal ask for it.
    static func standard(_ options: GlobalOptions, terminal: Terminal = .current()) -> Screen {
        let style: Style = terminal.allowsColour && !options.noColor ? .coloured : .plain
        return Screen(
            layout: Layout(width: terminal.width, style: style), isTerminal: terminal.isTerminal,
            height: terminal.height, wantsJSON: options.json,
            clock: { WallTime(microseconds: Int64(Date().timeIntervalSince1970 * 1e6)) },
            put: { text in try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) })
    }

    /// Tells on the standard error what went wrong, in one line.
    static func complain(_ words: String) {
        try? FileHandle.standardError.write(contentsOf: Data("comxfailover: \(words)\n".utf8))
    }
}
