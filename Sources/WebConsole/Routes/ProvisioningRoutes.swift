import Hummingbird
import Ports

/// Provisioning for people: files to look at, the templates in force, the credentials of a device.
struct ProvisioningRoutes: Sendable {
    /// Nil where the node's settings leave provisioning off.
    let desk: PhoneFileDesk?

    func add(to group: RouterGroup<APIContext>) {
        group.post("provisioning/render") { request, _ in
            try Response.json(await openDesk().render(await request.value(RenderRequest.self)))
        }
        group.get("provisioning/templates") { _, _ in try Response.json(openDesk().templateReports()) }
        group.get("provisioning/credentials/{device}") { _, context in
            try Response.json(await openDesk().credentials(of: context.parameters.require("device")))
        }
    }

    private func openDesk() throws(ConsoleFailure) -> PhoneFileDesk {
        guard let desk else {
            throw .refused("provisioning is off on this node; set provisioning.enabled to true and restart")
        }
        return desk
    }
}
