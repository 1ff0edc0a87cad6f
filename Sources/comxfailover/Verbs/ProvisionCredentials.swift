import ArgumentParser
import Ports

/// `provision credentials`: with what a device fetches its file.
struct ProvisionCredentials: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "credentials",
        abstract: "Show with what a phone or gateway fetches its file.",
        discussion: """
            The user name is the hardware address. The password is derived from the pair's secret and that address, so \
            both nodes accept it and none keeps it. Type both into the phone, or into the maker's redirection service.

            EXAMPLES
              comxfailover provision credentials 00:15:65:ab:cd:ef
              comxfailover provision credentials 201 --json
            """)

    @Argument(help: ArgumentHelp("A hardware address, or an extension.", valueName: "device"))
    var device: String

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let devices: [DeviceCredentials] = try await client.ask(.credentials(of: device))
        var table = TextTable([
            .init(heading: "USER"), .init(heading: "PASSWORD"), .init(heading: "FILE", spare: 1),
        ])
        for device in devices {
            table.add([.init(device.user), .init(device.password), .init(device.fileName ?? "-")])
        }
        try screen.show(devices, or: table.lines(on: screen.layout).joined(separator: "\n"))
        return .ok
    }
}
