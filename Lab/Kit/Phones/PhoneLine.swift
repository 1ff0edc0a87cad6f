/// The command connection to a running baresip: what it says is read when somebody looks, and nobody waits.
struct PhoneLine: Sendable {
    private let socket: LabSocket
    private var decoder = NetstringDecoder()
    private var tokens = 0
    /// Answers that nobody has taken yet.
    private var answers: [String: PhoneMessage] = [:]
    private(set) var state = PhoneState()
    private(set) var isOpen = true

    init(socket: LabSocket) { self.socket = socket }

    /// Reads whatever has arrived.
    mutating func look() {
        while isOpen, let bytes = socket.receive() {
            guard !bytes.isEmpty else {
                isOpen = false
                return
            }
            decoder.append(bytes)
            do {
                while let payload = try decoder.next() { heard(payload) }
            } catch {
                isOpen = false
            }
        }
    }

    /// Sends a command; gives the token under which its answer will be found.
    mutating func send(_ command: String, _ parameters: String = "") -> String {
        tokens += 1
        let token = "\(tokens)"
        let text =
            "{\"command\":\"\(command)\",\"params\":\"\(Self.quoted(parameters))\",\"token\":\"\(token)\"}"
        if !socket.send(NetstringDecoder.encode(Array(text.utf8))) { isOpen = false }
        return token
    }

    /// The answer to a command, once it has come; it can be taken once.
    mutating func take(_ token: String) -> PhoneMessage? { answers.removeValue(forKey: token) }

    mutating func dialled(_ account: String) { state.dialled(account) }

    mutating func undialled(_ account: String) { state.undialled(account) }

    mutating func left(_ account: String) { state.left(account) }

    private mutating func heard(_ payload: [UInt8]) {
        guard let message = PhoneMessage(payload) else { return }
        if let token = message.token { answers[token] = message } else { state.heard(message) }
    }

    private static func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}
