import Ports
import Vocabulary

/// An alert as a web address gets it: the message, and its one line as `text`, which many receivers show.
struct WebhookBody: Encodable {
    private enum Key: String, CodingKey { case text }

    let message: AlertMessage

    init(_ message: AlertMessage) { self.message = message }

    func encode(to encoder: any Encoder) throws {
        try message.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(message.headline, forKey: .text)
    }
}
