/// A template that an administrator wrote, and where it stands.
package struct OverridingTemplate: Sendable, Hashable {
    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
