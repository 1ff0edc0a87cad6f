import Vocabulary

extension SIPSettingsEntry {
    func sipSettings() throws(TelephonyFault) -> SIPSettings {
        let locals = try localNetworks.read(NetworkRange.init)
        let first = UInt16(clamping: rtpFirst)
        return SIPSettings(
            bind: bind == "0.0.0.0" ? nil : try HostAddress(bind), port: UInt16(clamping: port),
            tlsPort: tlsPort.map { UInt16(clamping: $0) }, externalAddress: try externalAddress.read(HostAddress.init),
            externalPort: externalPort.map { UInt16(clamping: $0) },
            localNetworks: locals.isEmpty ? NetworkRange.privateNetworks : locals,
            guestNetworks: try guestNetworks.read(NetworkRange.init),
            rtpPorts: first...max(first, UInt16(clamping: rtpLast)), codecs: codecs.compactMap(Codec.init),
            expirySeconds: expirySeconds, qualifySeconds: qualifySeconds,
            directMedia: hasDirectMedia ? [.staff, .guest] : [])
    }
}
