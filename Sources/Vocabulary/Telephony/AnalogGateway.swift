/// A gateway in trunk mode: it never registers, and both nodes know its lines by the same table.
package struct AnalogGateway: Sendable, Hashable {
    /// One analog line.
    package struct Line: Sendable, Hashable {
        /// Counted from 1, as on the gateway.
        package var port: Int
        package var number: ExtensionNumber

        package init(port: Int, number: ExtensionNumber) {
            self.port = port
            self.number = number
        }
    }

    package var name: TelephonyName
    package var address: HostAddress
    package var port: UInt16
    /// Its SIP password; nil is known by its address.
    package var secret: SIPSecret?
    package var lines: [Line]

    package init(
        name: TelephonyName, address: HostAddress, port: UInt16 = 5060, secret: SIPSecret? = nil, lines: [Line] = []
    ) {
        self.name = name
        self.address = address
        self.port = port
        self.secret = secret
        self.lines = lines
    }
}
