import Ports

/// Where a change is kept, in a sentence.
enum SafetyText {
    static func sentence(_ safety: Safety) -> String {
        let words = safety.words.printable
        return words.prefix(1).uppercased() + words.dropFirst() + "."
    }
}
