import ArgumentParser
import Vocabulary

extension RoomNumber {
    /// Reads a room from the command line; what is none is a fault of the command line.
    init(argument text: String) throws {
        do throws(TelephonyFault) { self = try RoomNumber(text) } catch {
            throw VerbFailure(status: .usage, words: error.description)
        }
    }
}
