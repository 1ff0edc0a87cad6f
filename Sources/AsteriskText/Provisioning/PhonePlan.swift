/// What one device is told: its lines, and its servers in the order in which it tries them.
///
/// The order follows the role: staff tries the Primary first, a room the Secondary. A plan that exists can be written:
/// its family is known, and its lines fit the family.
package struct PhonePlan: Sendable, Hashable {
    package let device: ProvisionedDevice
    package let site: PhoneSite
    package let family: PhoneFamily
    /// In the order in which the device tries them.
    package let servers: [PhoneServer]

    package init(device: ProvisionedDevice, site: PhoneSite) throws(ProvisioningFault) {
        guard let family = PhoneFamily(model: device.model) else { throw .unknownModel(device.model) }
        guard !device.accounts.isEmpty else { throw .noAccounts }
        guard device.accounts.count <= family.accountsMax else {
            throw .tooManyAccounts(count: device.accounts.count, limit: family.accountsMax)
        }
        var lines: Set<Int> = []
        for account in device.accounts {
            let fits = (1...family.accountsMax).contains(account.line)
            guard fits, lines.insert(account.line).inserted else { throw .oddLine(account.line) }
        }
        self.device = device
        self.site = site
        self.family = family
        servers = site.servers(for: device.role)
    }
}
