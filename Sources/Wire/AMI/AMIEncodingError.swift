/// Why something cannot be said to Asterisk's manager.
package enum AMIEncodingError: Error, Sendable, Hashable {
    /// A name with something else than visible letters, or with a colon.
    case badName(String)
    /// A value with a line's end or a zero in it; the value itself may be a secret and is not repeated.
    case badValue(name: String)
    case lineTooLong(name: String, bytes: Int)
    /// More lines than Asterisk takes in one action.
    case tooManyFields(Int)
}
