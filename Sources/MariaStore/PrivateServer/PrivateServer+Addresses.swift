extension PrivateServer {
    /// The addresses to listen on, one by one.
    private var addresses: [String] {
        bindAddress.split(separator: ",").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }

    /// Those that this machine does not have now. A server that is told to listen there does not start at all.
    var missingAddresses: [String] {
        port == nil ? [] : addresses.filter { !LocalAddress.isHere($0) }
    }

    /// The same server listening on the addresses that are here, and where none is, for this machine alone.
    func listening(without missing: [String]) -> PrivateServer {
        var server = self
        let left = addresses.filter { !missing.contains($0) }
        server.bindAddress = left.isEmpty ? "127.0.0.1" : left.joined(separator: ",")
        return server
    }
}
