extension ControlRequest {
    /// Phones registered anew at the sender: contacts that they left behind at the receiver lead nowhere.
    package struct Registered: Sendable, Hashable {
        /// The most phones of one request.
        package static let phonesMax = 256
        static let endpointBytesMax = 40
        static let hostBytesMax = 64

        /// One phone.
        package struct Phone: Sendable, Hashable {
            /// Of Asterisk; for a phone, its extension.
            package let endpoint: String
            /// The phone's own address, by which it is told from other phones of the extension.
            package let host: String
            /// How long ago it registered, so that no two clocks are compared.
            package let ageMilliseconds: UInt32

            /// nil where a text is longer than a message holds.
            package init?(endpoint: String, host: String, ageMilliseconds: UInt32) {
                guard (1...endpointBytesMax).contains(endpoint.utf8.count), (1...hostBytesMax).contains(host.utf8.count)
                else { return nil }
                self.endpoint = endpoint
                self.host = host
                self.ageMilliseconds = ageMilliseconds
            }
        }

        package let phones: [Phone]

        package init(phones: [Phone]) {
            precondition(phones.count <= Self.phonesMax, "\(phones.count) phones in one message")
            self.phones = phones
        }

        init?(from reader: inout ByteReader) {
            guard let count = reader.read(UInt16.self), count <= Self.phonesMax else { return nil }
            var phones: [Phone] = []
            for _ in 0..<count {
                guard let endpoint = reader.readShortText(bytesMax: Self.endpointBytesMax),
                    let host = reader.readShortText(bytesMax: Self.hostBytesMax),
                    let age = reader.read(UInt32.self),
                    let phone = Phone(endpoint: endpoint, host: host, ageMilliseconds: age)
                else { return nil }
                phones.append(phone)
            }
            self.init(phones: phones)
        }

        func write(to writer: inout ByteWriter) {
            writer.write(UInt16(phones.count))
            for phone in phones {
                writer.write(shortText: phone.endpoint)
                writer.write(shortText: phone.host)
                writer.write(phone.ageMilliseconds)
            }
        }
    }
}
