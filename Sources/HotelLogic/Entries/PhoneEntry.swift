/// A SIP phone of an extension, for provisioning.
///
/// Written `MAC=MODEL@PLACE`, for instance `00:15:65:12:34:56=yealink@bedside`; model and place may be left out, and a
/// `-` in place of the hardware address is a phone that is not provisioned.
package struct PhoneEntry: Sendable, Hashable, Codable {
    /// 12 hexadecimal digits; nil is not provisioned.
    package var hardwareAddress: String?
    /// Names the template.
    package var model: String?
    /// Where it stands.
    package var location: String?

    package init(hardwareAddress: String? = nil, model: String? = nil, location: String? = nil) {
        self.hardwareAddress = hardwareAddress
        self.model = model
        self.location = location
    }

    /// The phones of a list, commas between them.
    static func list(_ text: FieldText) throws(FieldFault) -> [PhoneEntry] {
        var phones: [PhoneEntry] = []
        for part in text.text.split(separator: ",") {
            phones.append(try PhoneEntry(FieldText(text.field, String(part.drop { $0 == " " }))))
        }
        guard phones.count <= ExtensionEntry.phonesMax else {
            throw text.fault(
                "\(phones.count) phones are too many; an extension has at most \(ExtensionEntry.phonesMax)")
        }
        return phones
    }

    private init(_ text: FieldText) throws(FieldFault) {
        let places = text.text.split(separator: "@", maxSplits: 1).map(String.init)
        let words = places.first?.split(separator: "=", maxSplits: 1).map(String.init) ?? []
        guard let first = words.first else { throw text.fault("\(text.quoted) is not MAC=MODEL@PLACE") }
        hardwareAddress = first == "-" ? nil : try FieldText(text.field, first).hardwareAddress()
        if words.count == 2 { model = try FieldText(text.field, words[1]).words(40) }
        if places.count == 2 { location = try FieldText(text.field, places[1]).words(60) }
    }
}
