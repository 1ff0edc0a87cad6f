/// One line of a phone, or one analog port of a gateway.
package struct ProvisionedAccount: Sendable, Hashable {
    /// Its place on the device, from 1.
    package let line: Int
    /// The number to dial.
    package let `extension`: String
    /// What callees see.
    package let displayName: String
    /// What stands beside the line's key.
    package let label: String
    /// The name it calls and is called by.
    package let user: String
    /// The name that its password belongs to; a gateway has one for all its ports.
    package let authenticationUser: String
    /// Its SIP password; empty for the port of a gateway that is known by its address.
    package let password: String
    /// What is called as soon as the receiver is lifted; nil for an ordinary line.
    package let hotline: String?

    package init(
        line: Int, extension: String, displayName: String, label: String? = nil, user: String? = nil,
        authenticationUser: String? = nil, password: String, hotline: String? = nil
    ) {
        self.line = line
        self.extension = `extension`
        self.displayName = displayName
        self.label = label ?? `extension`
        self.user = user ?? `extension`
        self.authenticationUser = authenticationUser ?? user ?? `extension`
        self.password = password
        self.hotline = hotline
    }
}
