import Vocabulary

extension RouteEntry {
    /// - Parameter groups: the numbers that are groups, not extensions.
    func inboundRoute(groups: Set<String>) throws(TelephonyFault) -> InboundRoute {
        var target = CallDestination.desk
        if let destination {
            let number = try ExtensionNumber(destination)
            target = groups.contains(destination) ? .ringGroup(number) : .extension(number)
        }
        return InboundRoute(
            name: try TelephonyName(name), numbers: try numbers.read(DialPattern.init),
            trunk: try trunk.read(TelephonyName.init), destination: target)
    }

    func outboundRoute() throws(TelephonyFault) -> OutboundRoute {
        OutboundRoute(
            name: try TelephonyName(name), patterns: try numbers.read(DialPattern.init), category: category,
            strip: strip, prepend: try prepend.read(PhoneNumber.init), trunks: try trunks.read(TelephonyName.init),
            callerNumber: try callerNumber.read(PhoneNumber.init))
    }

    private var category: CallCategory {
        switch permission {
        case .local: .local
        case .national: .national
        case .international: .international
        case .premium: .premium
        case .emergency: .emergency
        }
    }
}
