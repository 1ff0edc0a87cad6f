/// Who a node is to Asterisk's manager, and what it wants to hear.
package struct AMILogin: Sendable, Hashable {
    package let user: String
    package let secret: String
    /// Patterns of the events that come through; without any, all come.
    package let filters: [String]

    package init(user: String, secret: String, filters: [String] = AMIEventFilter.patterns) {
        self.user = user
        self.secret = secret
        self.filters = filters
    }
}
