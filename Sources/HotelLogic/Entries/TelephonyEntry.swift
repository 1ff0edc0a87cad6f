/// One line of the telephony configuration as people see it: an extension, a gateway, a route.
///
/// An entry is found by its key and changed field by field; each field is read from text, so that the command line,
/// the API and a file of comma-separated values mean the same by the same words. An empty text is the standard.
package protocol TelephonyEntry: Sendable, Hashable, Codable {
    /// The fields that can be set; their raw values are the names people write.
    associatedtype Field: RawRepresentable<String> & CaseIterable & Sendable

    static var kind: TelephonyKind { get }

    /// What the entry is found by.
    var key: String { get }

    /// A new entry with the standard in all its fields.
    init(key: FieldText) throws(FieldFault)

    mutating func set(_ field: Field, to text: FieldText) throws(FieldFault)

    /// Fields that are right by themselves and do not fit together.
    var faults: [FieldFault] { get }

    /// The same with each secret hidden.
    var hidingSecrets: Self { get }
}

extension TelephonyEntry {
    package var faults: [FieldFault] { [] }
    package var hidingSecrets: Self { self }
}
