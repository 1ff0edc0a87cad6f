import Vocabulary

/// One thing that a menu says.
package enum MenuPrompt: Sendable, Hashable {
    case sound(MenuSound)
    case time(TimeOfDay)
    /// One digit after another.
    case digits(String)
    case number(Int)
}
