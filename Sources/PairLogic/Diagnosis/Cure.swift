import Vocabulary

/// What an operator can do about a diagnosis. A policy of its own: the same trouble may be mended differently one day.
package struct Cure: Sendable, Hashable {
    /// Where things stand on the nodes of this installation, for the advice to name.
    package struct Places: Sendable, Hashable {
        package var settingsFile = "/etc/comxfailover/comxfailover.yaml"
        package var serviceName = "comxfailover"
        package var heartbeatPort = 65_000
        package var controlPort = 3_081
        package var databasePort = 3_306
        package var trunkPort = 5_060

        package init() {}
    }

    /// What to do, as sentences.
    package let advice: String
    /// The command that helps most, where there is one; `peer$` before it means on the peer.
    package let command: String?

    package init(for diagnosis: Diagnosis, places: Places = Places()) {
        (advice, command) = Self.cure(diagnosis, places)
    }

    /// Advice and command in one line.
    package var words: String { command.map { "\(advice) Try: \($0)" } ?? advice }

    private static func cure(_ diagnosis: Diagnosis, _ places: Places) -> (String, String?) {
        switch diagnosis {
        case .hostOrPathGone, .hostGone, .thisNodeCutOff, .daemonDown, .portClosed: reach(diagnosis, places)
        case .asteriskDown, .databaseDown, .databaseAccessDenied, .databaseGrantMissing, .databaseEncryption:
            works(diagnosis, places)
        case .secretsDiffer, .sameMode, .clocksApart, .clonedNode, .restoredNode, .versionsTooFarApart:
            identity(diagnosis, places)
        }
    }

    private static func reach(_ diagnosis: Diagnosis, _ places: Places) -> (String, String?) {
        switch diagnosis {
        case .hostGone:
            ("Switch the peer's server on, or look at its console.", nil)
        case .thisNodeCutOff:
            ("Look at this server's network: cable, switch, VPN, default route.", "ip -brief address; ip route")
        case .daemonDown:
            (
                "Start the daemon on the peer and read why it ended.",
                "peer$ systemctl start \(places.serviceName); journalctl -u \(places.serviceName) -n 50"
            )
        case .portClosed(let path):
            portClosed(path, places)
        default:
            ("Look at the peer's power and at the VPN or LAN between. A witness host in the settings tells which.", nil)
        }
    }

    private static func portClosed(_ path: PathName, _ places: Places) -> (String, String?) {
        switch path {
        case .heartbeat:
            let port = places.heartbeatPort
            return (
                "Let UDP \(port) pass between the nodes, in both directions, on both firewalls.",
                "tcpdump -ni any udp port \(port)"
            )
        case .control: return listening(places.controlPort, "TCP", "the daemon")
        case .database: return listening(places.databasePort, "TCP", "MariaDB (see its bind-address)")
        case .trunk: return listening(places.trunkPort, "UDP and TCP", "Asterisk")
        case .witness: return ("Name a witness host that answers.", nil)
        }
    }

    private static func listening(_ port: Int, _ transport: String, _ program: String) -> (String, String?) {
        (
            "On the peer, see that \(program) listens on \(transport) \(port) of the peer's address and that the "
                + "firewall lets this node in.",
            "peer$ ss -lntup 'sport = :\(port)'"
        )
    }

    private static func works(_ diagnosis: Diagnosis, _ places: Places) -> (String, String?) {
        switch diagnosis {
        case .asteriskDown:
            ("Start Asterisk on the peer.", "peer$ systemctl start asterisk")
        case .databaseDown:
            (
                "Start MariaDB on the peer; a private one is started by the daemon, whose journal says why it ended.",
                "peer$ systemctl status mariadb; journalctl -u \(places.serviceName) -n 50"
            )
        case .databaseAccessDenied:
            (
                "The peer's account for this node does not fit this node's address or secret. Compare `secret` and the "
                    + "host addresses in both settings files; the peer's daemon renews the account when it starts.",
                "peer$ systemctl restart \(places.serviceName)"
            )
        case .databaseGrantMissing:
            (
                "The peer's account for this node may not read the feed. The peer's daemon grants it when it starts.",
                "peer$ systemctl restart \(places.serviceName)"
            )
        default:
            (
                "The peer's MariaDB must offer TLS. Look at ssl_cert, ssl_key and ssl_ca there.",
                "peer$ mariadb -e \"SHOW VARIABLES LIKE 'have_ssl'\""
            )
        }
    }

    private static func identity(_ diagnosis: Diagnosis, _ places: Places) -> (String, String?) {
        switch diagnosis {
        case .secretsDiffer:
            ("Give both nodes the same `secret` in \(places.settingsFile), then restart the one you changed.", nil)
        case .sameMode:
            ("Set `mode` in \(places.settingsFile) to primary on one node and to secondary on the other.", nil)
        case .clocksApart:
            ("Let both servers set their clocks by NTP.", "timedatectl set-ntp true; timedatectl")
        case .clonedNode:
            ("A copy of the peer's disk is running. Switch off the machine that should not be.", nil)
        case .restoredNode:
            ("Nothing: the restored node takes back from this one what it lost. Leave both running.", nil)
        default:
            ("Bring both nodes to the same release, one after the other.", "comxfailover --version")
        }
    }
}
