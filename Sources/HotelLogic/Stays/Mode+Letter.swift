import Vocabulary

extension Mode {
    /// The first letter of a stay's and of a wake-up's name.
    var letter: Character { self == .primary ? "P" : "S" }

    init?(letter: Character) {
        switch letter {
        case "P", "p": self = .primary
        case "S", "s": self = .secondary
        default: return nil
        }
    }
}
