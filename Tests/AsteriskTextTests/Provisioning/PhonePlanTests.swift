import AsteriskText
import Testing

@Suite struct PhonePlanTests {
    @Test func `staff tries the Primary first and a room the Secondary`() throws {
        let site = try SamplePhones.site()
        let staff = try PhonePlan(device: SamplePhones.device("yealink", .staff), site: site)
        let guest = try PhonePlan(device: SamplePhones.device("yealink", .guest), site: site)
        #expect(staff.servers == [SamplePhones.primary, SamplePhones.secondary])
        #expect(guest.servers == [SamplePhones.secondary, SamplePhones.primary])
    }

    @Test(arguments: PhoneRole.allCases)
    func `a node alone has one server`(role: PhoneRole) throws {
        let site = try SamplePhones.site(alone: true)
        let plan = try PhonePlan(device: SamplePhones.device("yealink", role), site: site)
        #expect(plan.servers == [SamplePhones.primary])
    }

    @Test func `a device that cannot be written is refused`() throws {
        let site = try SamplePhones.site()
        #expect(throws: ProvisioningFault.unknownModel("Snom D785")) {
            try PhonePlan(device: SamplePhones.device("Snom D785", .staff), site: site)
        }
        #expect(throws: ProvisioningFault.noAccounts) {
            try PhonePlan(device: SamplePhones.device("yealink", .staff, accounts: []), site: site)
        }
        #expect(throws: ProvisioningFault.tooManyAccounts(count: 17, limit: 16)) {
            try PhonePlan(device: SamplePhones.device("yealink", .staff, accounts: accounts(1...17)), site: site)
        }
        for lines in [0...0, 17...17] {
            #expect(throws: ProvisioningFault.oddLine(lines.lowerBound)) {
                try PhonePlan(device: SamplePhones.device("yealink", .staff, accounts: accounts(lines)), site: site)
            }
        }
        let twice = accounts(1...1) + accounts(1...1)
        #expect(throws: ProvisioningFault.oddLine(1)) {
            try PhonePlan(device: SamplePhones.device("yealink", .staff, accounts: twice), site: site)
        }
    }

    @Test func `every name of a template has a value somewhere`() throws {
        let plan = try PhonePlan(device: SamplePhones.device("yealink", .guest), site: SamplePhones.site())
        #expect(try Self.names(in: .group(plan.values())) == Set(TemplateName.allCases))
    }

    private func accounts(_ lines: ClosedRange<Int>) -> [ProvisionedAccount] {
        lines.map { ProvisionedAccount(line: $0, extension: "20\($0)", displayName: "a", password: "b") }
    }

    private static func names(in value: TemplateValue) -> Set<TemplateName> {
        switch value {
        case .text, .flag: []
        case .group(let group): group.reduce(into: []) { $0.formUnion(names(in: $1.value).union([$1.key])) }
        case .list(let elements): elements.reduce(into: []) { $0.formUnion(names(in: .group($1))) }
        }
    }
}
