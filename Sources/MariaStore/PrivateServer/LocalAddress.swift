import Glibc

/// Whether an address is one of this machine's at this moment: a VPN's comes and goes.
enum LocalAddress {
    /// Tries to bind to it; what is no number, such as `*` or a name, counts as being here.
    static func isHere(_ address: String) -> Bool {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_PASSIVE
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address, "0", &hints, &found) == 0, let entry = found else { return true }
        defer { freeaddrinfo(found) }
        let handle = socket(entry.pointee.ai_family, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { return true }
        defer { close(handle) }
        return bind(handle, entry.pointee.ai_addr, entry.pointee.ai_addrlen) == 0 || errno != EADDRNOTAVAIL
    }
}
