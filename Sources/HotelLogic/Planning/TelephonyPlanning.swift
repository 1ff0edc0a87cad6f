import Vocabulary

/// Makes the plan that Asterisk's files are rendered from.
///
/// Tables may be written by other programs: an entry that is no sound value is left out and told, and the others stand.
package struct TelephonyPlanning: Sendable {
    /// What was left out, and why.
    package private(set) var leftOut: [TelephonyTrouble] = []
    package let plan: TelephonyPlan

    package init(_ configuration: TelephonyConfiguration, node: PlanningNode) {
        var reader = PlanReader(configuration)
        let settings = configuration.settings
        var plan = TelephonyPlan(
            mode: node.mode, profile: node.profile, systemName: node.systemName, peer: node.peer,
            sip: reader.sip(node), fastAGIPort: node.fastAGIPort, timeZone: node.timeZone,
            guestDefaults: reader.guestDefaults(), emergency: reader.emergency())
        plan.trunks = reader.trunks(node)
        plan.inboundRoutes = reader.inboundRoutes()
        plan.outboundRoutes = reader.all(
            configuration.routes.filter { $0.direction == .outbound && $0.isEnabled }
        ) { entry throws(TelephonyFault) in try entry.outboundRoute() }
        plan.accessDigit =
            reader.one(settings) { entry throws(TelephonyFault) in
                try entry.accessDigit.map { digit throws(TelephonyFault) in try DialCode(digit) }
            } ?? nil
        plan.classes = configuration.classes.map(\.classOfService)
        let pins = configuration.voicemailPINs
        plan.staff = reader.all(configuration.extensions.filter { $0.party == .staff }) {
            entry throws(TelephonyFault) in try entry.staffExtension(pin: pins[entry.number])
        }
        plan.guests = reader.all(configuration.extensions.filter { $0.party == .guest }) {
            entry throws(TelephonyFault) in try entry.guestExtension(pin: pins[entry.number])
        }
        plan.gateways = reader.all(configuration.gateways) { entry throws(TelephonyFault) in
            try entry.gateway(from: node.mode)
        }
        plan.rooms = reader.all(configuration.rooms.filter(\.isInUse)) { entry throws(TelephonyFault) in
            try entry.planned()
        }
        plan.ringGroups = reader.all(configuration.ringGroups) { entry throws(TelephonyFault) in try entry.ringGroup() }
        plan.desk = reader.desk()
        plan.speedDials = reader.speedDials()
        plan.featureCodes = reader.featureCodes()
        plan.voicemail = VoicemailSettings(closedBox: settings.closedBox == .desk ? .desk : .ringOn)
        self.plan = plan
        leftOut = reader.leftOut
    }
}
