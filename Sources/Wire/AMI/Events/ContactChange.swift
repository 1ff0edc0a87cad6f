import Vocabulary

/// A phone's contact appeared, went, or answers differently: `ContactStatus`.
package struct ContactChange: Sendable, Hashable {
    package let endpoint: String
    /// The address-of-record under which the contact is kept.
    package let addressOfRecord: String
    package let uri: String
    package let status: ContactStatus
    package let roundTrip: Duration?

    package init(
        endpoint: String, addressOfRecord: String, uri: String, status: ContactStatus, roundTrip: Duration? = nil
    ) {
        self.endpoint = endpoint
        self.addressOfRecord = addressOfRecord
        self.uri = uri
        self.status = status
        self.roundTrip = roundTrip
    }

    init?(_ message: AMIMessage) {
        guard let record = message["AOR"], let uri = message["URI"],
            let status = message["ContactStatus"].map({ ContactStatus($0) })
        else { return nil }
        self.init(
            endpoint: message["EndpointName"] ?? record, addressOfRecord: record, uri: uri, status: status,
            roundTrip: message["RoundtripUsec"].flatMap { Int64($0) }.flatMap { $0 > 0 ? .microseconds($0) : nil })
    }
}
