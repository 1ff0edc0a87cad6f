/// What to make files of: a device by its hardware address, or all devices of an extension.
package struct RenderRequest: Sendable, Hashable, Codable {
    package let device: String
    /// A template to try instead of the one in force.
    package let template: String?

    package init(device: String, template: String? = nil) {
        self.device = device
        self.template = template
    }
}
