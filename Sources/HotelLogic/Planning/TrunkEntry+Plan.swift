import Vocabulary

extension TrunkEntry {
    func trunk() throws(TelephonyFault) -> ProviderTrunk {
        ProviderTrunk(
            name: try TelephonyName(name), host: try HostAddress(host), port: UInt16(clamping: port),
            transport: transport == .udp ? .udp : transport == .tcp ? .tcp : .tls, registers: registers, user: user,
            secret: try secret.read(SIPSecret.init), networks: try addresses.read(NetworkRange.init),
            callerNumber: try callerNumber.read(PhoneNumber.init), codecs: codecs.compactMap(Codec.init),
            callsMax: callsMax, isOnPremises: isOnPremises, isEnabled: isEnabled)
    }
}
