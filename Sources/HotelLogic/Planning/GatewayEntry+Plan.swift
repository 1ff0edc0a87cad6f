import Vocabulary

extension GatewayEntry {
    func gateway() throws(TelephonyFault) -> AnalogGateway {
        var planned: [AnalogGateway.Line] = []
        for line in lines { planned.append(.init(port: line.port, number: try ExtensionNumber(line.number))) }
        return AnalogGateway(
            name: try TelephonyName(name), address: try HostAddress(address), port: UInt16(clamping: port),
            secret: try secret.read(SIPSecret.init), lines: planned)
    }
}
