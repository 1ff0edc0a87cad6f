import ArgumentParser
import Ports

/// `provision templates list`: each family's template, and whether it can be used.
struct ProvisionTemplatesList: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List each family's template and where it comes from.",
        discussion: """
            A file of the same name in the folder of provisioning.templates overrides a built-in one. The answer is 1 \
            where one of them cannot be used.

            EXAMPLES
              comxfailover provision templates
              comxfailover provision templates list --json | jq '.[] | select(.fault)'
            """)

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let templates: [TemplateReport] = try await client.ask(.templates)
        try screen.show(templates, or: TemplatesTable(templates: templates, layout: screen.layout).text)
        return templates.contains { $0.fault != nil } ? .found : .ok
    }
}
