import AsteriskText
import Ports
import Vocabulary
import Wire

/// Makes the files of phones and gateways: for the phones that ask, and for the people who want to look first.
package struct PhoneFileDesk: Sendable {
    let devices: any ProvisioningPort
    let templates: any TemplatePort
    let site: PhoneSite
    let credentials: ProvisioningCredentials

    package init(
        devices: any ProvisioningPort, templates: any TemplatePort, site: PhoneSite,
        credentials: ProvisioningCredentials
    ) {
        self.devices = devices
        self.templates = templates
        self.site = site
        self.credentials = credentials
    }

    /// The file that a device asks for by `name`; nil where it is not one of the names of its family.
    package func file(
        named name: String, of device: ProvisionedDevice
    ) throws(ConsoleFailure) -> (text: String, contentType: String)? {
        guard let family = PhoneFamily(model: device.model) else {
            throw .invalid("\(ProvisioningFault.unknownModel(device.model))")
        }
        let asked = name.lowercased()
        if let first = family.firstFile(of: device.hardwareAddress), first.name == asked {
            return (first.text, family.fileKind.contentType)
        }
        guard family.fileNames(of: device.hardwareAddress).contains(asked) else { return nil }
        return (try rendered(device, given: nil).text, family.fileKind.contentType)
    }

    /// The files of one device, or of all devices of an extension.
    package func render(_ request: RenderRequest) async throws(ConsoleFailure) -> [RenderedFile] {
        var files: [RenderedFile] = []
        for device in try await named(request.device) {
            files.append(try rendered(device, given: request.template))
        }
        return files
    }

    /// With what a device, or each device of an extension, fetches its file.
    package func credentials(of name: String) async throws(ConsoleFailure) -> [DeviceCredentials] {
        try await named(name).map { device in
            let address = device.hardwareAddress
            return DeviceCredentials(
                mac: address.digits, fileName: PhoneFamily(model: device.model)?.fileNames(of: address).first,
                user: credentials.user(of: address), password: credentials.password(of: address))
        }
    }

    /// The template of each family, and whether it can be used.
    package func templateReports() -> [TemplateReport] {
        PhoneFamily.allCases.map { family in
            let source: String
            var fault: String?
            do throws(ConsoleFailure) {
                let template = try template(of: family)
                source = template.path
                fault = Self.fault(of: template.text)
            } catch {
                (source, fault) = (BuiltInTemplate.fileName(of: family), error.words)
            }
            return TemplateReport(
                family: family.rawValue, fileName: BuiltInTemplate.fileName(of: family),
                kind: family.fileKind.rawValue, source: source, fault: fault)
        }
    }

    private func named(_ name: String) async throws(ConsoleFailure) -> [ProvisionedDevice] {
        if let address = HardwareAddress(name) {
            guard let device = try await devices.device(address) else {
                throw .notFound("no device has the address \(address.withColons)")
            }
            return [device]
        }
        guard Self.isExtension(name) else {
            throw .invalid("`\(name.prefix(40))` is neither a hardware address nor an extension")
        }
        let found = try await devices.devices(ofExtension: name)
        guard !found.isEmpty else {
            throw .notFound("the extension \(name) has no device with a hardware address")
        }
        return found
    }

    private func rendered(_ device: ProvisionedDevice, given: String?) throws(ConsoleFailure) -> RenderedFile {
        guard let family = PhoneFamily(model: device.model) else {
            throw .invalid("\(ProvisioningFault.unknownModel(device.model))")
        }
        let template =
            if let given { OverridingTemplate(path: "given", text: given) } else { try template(of: family) }
        do throws(ProvisioningFault) {
            let plan = try PhonePlan(device: device, site: site)
            return RenderedFile(
                mac: device.hardwareAddress.digits, model: device.model, family: family.rawValue,
                role: device.role.rawValue, extensions: device.accounts.map(\.extension),
                servers: plan.servers.map { "\($0.bracketedHost):\($0.port)" },
                fileName: family.fileNames(of: device.hardwareAddress)[0], template: template.path,
                text: try TemplateText(template.text).filled(with: plan.values()))
        } catch {
            throw .invalid("no file for \(device.hardwareAddress.withColons): \(error)")
        }
    }

    private func template(of family: PhoneFamily) throws(ConsoleFailure) -> OverridingTemplate {
        try templates.overriding(family)
            ?? OverridingTemplate(path: "built-in", text: BuiltInTemplate.text(of: family))
    }

    private static func fault(of text: String) -> String? {
        do throws(ProvisioningFault) {
            _ = try TemplateText(text)
            return nil
        } catch {
            return "\(error)"
        }
    }

    private static func isExtension(_ text: String) -> Bool {
        (1...16).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
                default: false
                }
            }
    }
}

extension ConsoleFailure {
    /// The sentence it carries.
    var words: String {
        switch self {
        case .notFound(let words), .invalid(let words), .refused(let words), .unavailable(let words): words
        }
    }
}
