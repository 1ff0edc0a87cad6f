/// Why a text is no table of comma-separated values, and on which line.
package struct CommaSeparatedFault: Error, Sendable, Hashable {
    /// What is wrong.
    package enum Trouble: Sendable, Hashable {
        case empty
        case quoteOpen
        case textAfterQuote
        case fieldTooLong
        case tooManyRows
    }

    package let line: Int
    package let trouble: Trouble

    package init(line: Int, trouble: Trouble) {
        self.line = line
        self.trouble = trouble
    }

    /// What is wrong, for a person.
    package var words: String {
        switch trouble {
        case .empty: "the file is empty; its first line names the columns"
        case .quoteOpen: "a quote is opened and never closed"
        case .textAfterQuote: "text stands behind a closing quote; double a quote that belongs to the text"
        case .fieldTooLong: "a field is longer than \(CommaSeparatedText.fieldBytesMax) bytes"
        case .tooManyRows: "there are more than \(CommaSeparatedText.rowsMax) rows; cut the file in two"
        }
    }
}
