/// What kind of call outside a number is; a class of service allows each or does not. Calls for help are allowed
/// always.
package enum CallCategory: String, Sendable, Hashable, Codable, CaseIterable {
    case local
    case national
    case international
    /// Numbers with a surcharge.
    case premium
    case emergency
}
