import AsteriskLink
import NodeServices
import Ports
import ServiceLifecycle
import Settings

/// Where feature codes come in. On FreePBX they are FreePBX's own.
struct FeatureParts {
    private let server: AGIServer

    /// Nil without an Asterisk of this node's own making, and where nobody serves the guests.
    init?(node: Node, guests: GuestDesk?, telephony: TelephonyConsole) {
        let asterisk = node.settings.asterisk
        guard asterisk.configFolder != nil, asterisk.profile == .plain, let guests else { return nil }
        let board = node.board
        let menus = MenuDesk(guests: guests, telephony: telephony)
        server = AGIServer(
            port: Int(asterisk.agiPort),
            answering: MenuService(
                desk: menus, board: board, logger: node.logger, takesWakeUps: { guests.takesWakeUps }),
            group: node.group, clock: node.clock, logger: node.logger, warn: { board.warn("features-port", $0) })
    }

    var service: any Service {
        let server = server
        return RunnerService { await server.run() }
    }
}
