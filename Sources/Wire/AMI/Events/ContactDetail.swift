import Vocabulary

/// One contact with all that Asterisk tells of it: `ContactStatusDetail` or an entry of its list of contacts.
package struct ContactDetail: Sendable, Hashable {
    /// Under which Asterisk's database keeps it, in the family `registrar/contact`; nil for one from a file.
    package let id: String?
    package let endpoint: String
    package let addressOfRecord: String
    package let uri: String
    package let status: ContactStatus
    package let roundTrip: Duration?
    package let userAgent: String
    /// When it expires, in seconds since 1970; nil for one that does not.
    package let expires: Int64?
    /// The address and port from which it registered.
    package let viaAddress: String?

    package init(
        id: String?, endpoint: String, addressOfRecord: String, uri: String, status: ContactStatus,
        roundTrip: Duration? = nil, userAgent: String = "", expires: Int64? = nil, viaAddress: String? = nil
    ) {
        self.id = id
        self.endpoint = endpoint
        self.addressOfRecord = addressOfRecord
        self.uri = uri
        self.status = status
        self.roundTrip = roundTrip
        self.userAgent = userAgent
        self.expires = expires
        self.viaAddress = viaAddress
    }

    /// - Parameter message: a `ContactStatusDetail` or a `ContactList`, which name the same things differently.
    package init?(_ message: AMIMessage) {
        let id = message["ID"] ?? message["ObjectName"]
        guard let uri = message["URI"], let status = message["Status"].map({ ContactStatus($0) }) else { return nil }
        guard let record = message["AOR"] ?? id.map(Self.record) else { return nil }
        let expires = (message["RegExpire"] ?? message["ExpirationTime"]).flatMap { Int64($0) }
        // A contact from a file has an id of another shape and is nowhere in the database.
        let isRegistered = id?.contains(";@") == true
        self.init(
            id: isRegistered ? id : nil, endpoint: message["EndpointName"] ?? message["Endpoint"] ?? record,
            addressOfRecord: record, uri: uri, status: status,
            roundTrip: message["RoundtripUsec"].flatMap { Int64($0) }.flatMap { $0 > 0 ? .microseconds($0) : nil },
            userAgent: message["UserAgent"] ?? "", expires: expires.flatMap { $0 > 0 ? $0 : nil },
            viaAddress: Self.via(message))
    }

    /// `105` of `105;@a4456af8`.
    private static func record(of id: String) -> String { String(id.prefix { $0 != ";" && $0 != "@" }) }

    private static func via(_ message: AMIMessage) -> String? {
        if let whole = message["ViaAddress"], !whole.isEmpty { return whole }
        guard let host = message["ViaAddr"], !host.isEmpty else { return nil }
        return message["ViaPort"].map { "\(host):\($0)" } ?? host
    }
}
