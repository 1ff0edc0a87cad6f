import Vocabulary

/// A phone or gateway with what its file must tell it, before the two servers are known.
package struct ProvisionedDevice: Sendable, Hashable {
    /// What it asks for its file by.
    package let hardwareAddress: HardwareAddress
    /// What the administrator wrote as its model: `Yealink T46U`, `HT814`, or a family's name.
    package let model: String
    package let role: PhoneRole
    /// Its lines in the order of their places.
    package let accounts: [ProvisionedAccount]

    /// The lines of the largest gateway there is.
    package static let accountsMax = 124

    package init(hardwareAddress: HardwareAddress, model: String, role: PhoneRole, accounts: [ProvisionedAccount]) {
        self.hardwareAddress = hardwareAddress
        self.model = model
        self.role = role
        self.accounts = accounts.sorted { $0.line < $1.line }
    }
}
