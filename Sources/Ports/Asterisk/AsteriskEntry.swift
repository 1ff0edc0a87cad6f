/// One entry of Asterisk's database. The family may have several steps, as `room/201`.
package struct AsteriskEntry: Sendable, Hashable {
    package let family: String
    package let key: String
    package let value: String

    package init(family: String, key: String, value: String) {
        self.family = family
        self.key = key
        self.value = value
    }

    /// - Parameter path: family and key as Asterisk lists them: `/room/201/name`.
    package init?(path: String, value: String) {
        guard path.first == "/", let end = path.lastIndex(of: "/"), end != path.startIndex else { return nil }
        self.init(
            family: String(path[path.index(after: path.startIndex)..<end]),
            key: String(path[path.index(after: end)...]), value: value)
    }
}
