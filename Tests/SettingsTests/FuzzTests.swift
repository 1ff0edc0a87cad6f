import SeededTestKit
import Settings
import Testing

@Suite struct FuzzTests {
    private static let text = """
        mode: primary
        local_host: 10.10.10.1
        secret: \(SettingsText.secret)
        witnesses: ["192.0.2.1:443", 'router:53']
        database:
            private: {port: 3306, buffer_pool: 128M, extra_options: [a=b]}
        heartbeat:
            interval_ms: 250 # quick
        log: {level: info}

        """

    /// Characters that mean something to YAML or to us.
    private static let tokens = Array("&*[]{}:,-?#|>!%@`'\"\\ \n\t0a~<.\u{0}\u{85}\u{2028}\u{FEFF}\u{1F600}")

    @Test(arguments: 1...300)
    func `damaged text never crashes and each complaint is one line`(seed: UInt64) {
        var generator = Seeded(seed: seed)
        var characters = Array(Self.text)
        for _ in 0..<generator.next(upperBound: UInt64(12)) + 1 {
            let place = Int(generator.next(upperBound: UInt64(characters.count)))
            let token = Self.tokens[Int(generator.next(upperBound: UInt64(Self.tokens.count)))]
            switch generator.next(upperBound: UInt64(4)) {
            case 0: characters[place] = token
            case 1: characters.insert(token, at: place)
            case 2: characters.remove(at: place)
            default: characters.insert(contentsOf: characters[place...].prefix(20), at: place)
            }
        }
        for complaint in SettingsText.complaints(whole: String(characters)) {
            #expect(!complaint.contains("\n"))
            #expect(!complaint.contains(SettingsText.secret))
        }
    }
}
