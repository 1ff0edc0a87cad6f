import Foundation

/// What baresip says on its command connection: an event, or the answer to a command.
struct PhoneMessage: Sendable, Hashable, Decodable {
    /// Of an event, such as `CALL_ESTABLISHED`.
    let type: String?
    /// The account that it is about.
    let accountaor: String?
    let direction: String?
    let peeruri: String?
    /// The call that it is about.
    let id: String?
    let param: String?
    /// Of an answer: whose it is, whether the command worked, what it printed.
    let token: String?
    let ok: Bool?
    let data: String?

    init?(_ bytes: [UInt8]) {
        guard let decoded = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = decoded
    }
}
