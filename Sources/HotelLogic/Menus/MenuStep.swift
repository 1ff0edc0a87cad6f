/// What a menu wants next.
package enum MenuStep: Sendable, Hashable {
    /// Says these, any of which a key ends, and takes digits.
    case listen([MenuPrompt], digitsMax: Int)
    case ask(MenuRequest)
    /// Says these, and is over.
    case end([MenuPrompt], MenuEnding)
}
