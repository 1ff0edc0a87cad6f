extension AsteriskInstance {
    /// The part of `pjsip.conf` that every instance begins with: the transports at its address.
    package var transports: String { AsteriskFiles.transports(place) }
}
