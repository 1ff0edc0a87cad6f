import Vocabulary

extension GatewayEntry {
    /// - Parameter mode: the node that reaches it.
    func gateway(from mode: Mode) throws(TelephonyFault) -> AnalogGateway {
        let isElsewhere = mode == .primary && primaryAddress != nil
        let address = isElsewhere ? primaryAddress ?? address : address
        let port = isElsewhere ? primaryPort ?? port : port
        var planned: [AnalogGateway.Line] = []
        for line in lines { planned.append(.init(port: line.port, number: try ExtensionNumber(line.number))) }
        return AnalogGateway(
            name: try TelephonyName(name), address: try HostAddress(address), port: UInt16(clamping: port),
            secret: try secret.read(SIPSecret.init), lines: planned)
    }
}
