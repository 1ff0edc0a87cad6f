/// What the scope's home answers the owner during a giveback.
package enum HandoverVerdict: Sendable, Hashable {
    /// Every item of the scope is stored here up to the end.
    case reached
    /// Not yet; the words say how much is missing.
    case behind(String)
    /// It cannot become the owner now; the words say why.
    case declined(String)
}
