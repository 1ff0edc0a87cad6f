/// The file of one device, as the device would get it. It holds SIP passwords.
package struct RenderedFile: Sendable, Hashable, Codable {
    /// The hardware address, twelve digits.
    package let mac: String
    package let model: String
    /// The stable word of the family: `yealink`, `grandstream-gateway` and so on.
    package let family: String
    /// `staff` or `guest`.
    package let role: String
    package let extensions: [String]
    /// The servers in the order in which the device tries them, as `host:port`.
    package let servers: [String]
    /// The name by which the device asks for it.
    package let fileName: String
    /// Where the template came from: `built-in`, `given`, or the path of a file.
    package let template: String
    package let text: String

    package init(
        mac: String, model: String, family: String, role: String, extensions: [String], servers: [String],
        fileName: String, template: String, text: String
    ) {
        self.mac = mac
        self.model = model
        self.family = family
        self.role = role
        self.extensions = extensions
        self.servers = servers
        self.fileName = fileName
        self.template = template
        self.text = text
    }
}
