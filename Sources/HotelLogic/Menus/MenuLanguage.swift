/// A language for which Asterisk's makers have a package of all the sounds that menus use.
package enum MenuLanguage: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case french = "fr"
    case italian = "it"
    case japanese = "ja"
    case russian = "ru"
    case spanish = "es"
    case swedish = "sv"

    /// How a time is said: by the twelve hours of English, else by twenty-four.
    package var timeFormat: String { self == .english ? "IMp" : "kM" }
}
