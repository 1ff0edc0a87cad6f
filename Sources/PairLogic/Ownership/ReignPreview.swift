import Vocabulary

/// What a takeover or a giveback would do, said before it is done.
package struct ReignPreview: Sendable, Hashable {
    package let scope: Scope
    /// The reign that would end; nil where the database does not tell.
    package let former: Ownership?
    /// Who would own the scope.
    package let owner: Mode
    /// The epoch that would begin.
    package let epoch: Epoch?
    /// Why it would be refused; nil where it would not.
    package let refusal: String?
    /// What insisting would mean, where that is possible and needed.
    package let forcing: String?
    /// The services that would change their place.
    package let moves: [ServiceMove]
}
