import AsteriskText
import Testing
import Vocabulary

/// Phones of a hotel in Vienna whose Primary is in the cloud.
enum SamplePhones {
    static let primary = PhoneServer(host: "203.0.113.10", port: 5060, transport: .udp)
    static let secondary = PhoneServer(host: "192.168.101.3", port: 5070, transport: .udp)

    static func vienna() throws -> PhoneTimeZone {
        try #require(PhoneTimeZone(name: "Europe/Vienna", posix: "CET-1CEST,M3.5.0,M10.5.0/3"))
    }

    static func site(alone: Bool = false, timeServer: String? = "192.168.101.1") throws -> PhoneSite {
        PhoneSite(
            primary: primary, secondary: alone ? nil : secondary, timeZone: try vienna(), timeServer: timeServer)
    }

    static func device(
        _ model: String, _ role: PhoneRole, accounts: [ProvisionedAccount]? = nil
    ) throws -> ProvisionedDevice {
        let account = ProvisionedAccount(
            line: 1, extension: "201", displayName: "Room 201", label: "201", password: "s3cret-Word")
        return ProvisionedDevice(
            hardwareAddress: try #require(HardwareAddress("00:15:65:ab:cd:ef")), model: model, role: role,
            accounts: accounts ?? [account])
    }

    /// The file of a device, made with the template of its family.
    static func file(_ device: ProvisionedDevice, site: PhoneSite? = nil) throws -> String {
        let plan = try PhonePlan(device: device, site: site ?? self.site())
        return try TemplateText(BuiltInTemplate.text(of: plan.family)).filled(with: plan.values())
    }
}
