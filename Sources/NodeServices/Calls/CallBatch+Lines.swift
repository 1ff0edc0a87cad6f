import HotelLogic
import Ports
import Vocabulary
import Wire

extension CallBatch {
    /// Reads lines of channel events into the book; what is none is put aside.
    mutating func read(events lines: [[UInt8]], into book: inout CallBook) {
        for line in lines {
            do throws(CallFileError) {
                note(book.read(try ChannelEventRecord(line: line[...])))
            } catch {
                refused.append(RefusedLine(file: .events, line: line, reason: error.words))
            }
        }
    }

    /// Reads lines of call records; what is none is put aside.
    mutating func read(records lines: [[UInt8]], into book: inout CallBook) {
        for line in lines {
            do throws(CallFileError) {
                let record = try CallRecord(line: line[...])
                note(book.read(record))
                entries.append(CallEntry(record))
            } catch {
                refused.append(RefusedLine(file: .records, line: line, reason: error.words))
            }
        }
    }

    /// Takes in what the book wants done.
    mutating func note(_ directives: [CallBookDirective]) {
        for directive in directives {
            switch directive {
            case .opened(let leg):
                closed.removeAll { $0 == leg.uniqueID }
                opened.removeAll { $0.uniqueID == leg.uniqueID }
                opened.append(leg)
            case .closed(let id): forget(id)
            case .interrupted(let leg, let other):
                forget(leg.uniqueID)
                entries.append(CallEntry(interrupted: leg, other: other, aliveAt: aliveAt))
            case .givenUp(let leg): forget(leg.uniqueID)
            }
        }
    }

    private mutating func forget(_ id: String) {
        opened.removeAll { $0.uniqueID == id }
        closed.append(id)
    }
}

extension CallFileError {
    /// Why a line is no record, for a person.
    fileprivate var words: String {
        switch self {
        case .notSeparated: "quotes do not fit"
        case .wrongCount(let found, let expected): "\(found) values, not \(expected)"
        case .badValue(let column, let value): "\(column) is `\(value)`"
        case .tooLong(let bytes): "\(bytes) bytes long"
        }
    }
}
