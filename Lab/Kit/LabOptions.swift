import Vocabulary

/// What a lab is to consist of.
package struct LabOptions: Sendable, Hashable, Codable {
    package var topology: Topology
    /// Whether each host runs the daemon with its MariaDB.
    package var hasNodes: Bool
    /// Whether each host runs an Asterisk.
    package var hasAsterisk: Bool
    /// The telephone numbers.
    package var plan: LabPlan
    /// Further sections of a node's settings file, by its mode.
    package var settings: [String: String] = [:]
    /// Whether the daemons write Asterisk's configuration; else it is written by hand, by the plan.
    package var isRendered = false

    package init(
        _ topology: Topology = .hybrid, hasNodes: Bool = true, hasAsterisk: Bool = true, plan: LabPlan = LabPlan()
    ) {
        self.topology = topology
        self.hasNodes = hasNodes
        self.hasAsterisk = hasAsterisk
        self.plan = plan
    }

    /// A lab whose daemons write the configuration of their Asterisks, by what is entered at them.
    package static func rendered(_ topology: Topology = .hybrid) -> LabOptions {
        var options = LabOptions(topology)
        options.isRendered = true
        return options
    }
}
