/// With what a device fetches its file.
package struct DeviceCredentials: Sendable, Hashable, Codable {
    /// The hardware address, twelve digits.
    package let mac: String
    /// The name of the file that it asks for; nil where the device is not written down.
    package let fileName: String?
    package let user: String
    package let password: String

    package init(mac: String, fileName: String?, user: String, password: String) {
        self.mac = mac
        self.fileName = fileName
        self.user = user
        self.password = password
    }
}
