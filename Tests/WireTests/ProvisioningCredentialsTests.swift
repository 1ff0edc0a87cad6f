import Testing
import Vocabulary
import Wire

@Suite struct ProvisioningCredentialsTests {
    private let key = Array(UInt8(0)..<32)
    private let device: HardwareAddress
    private let other: HardwareAddress

    init() throws {
        device = try #require(HardwareAddress("001565abcdef"))
        other = try #require(HardwareAddress("001565abcdee"))
    }

    @Test func `the password never changes while the key does not`() {
        #expect(ProvisioningCredentials(key: key).password(of: device) == "d2fyhmdc42gsk5vt99txp4fpn8")
        #expect(ProvisioningCredentials(key: key).user(of: device) == "001565abcdef")
    }

    @Test func `each device and each key has another password`() {
        let credentials = ProvisioningCredentials(key: key)
        #expect(credentials.password(of: device) != credentials.password(of: other))
        #expect(credentials.password(of: device) != ProvisioningCredentials(key: key.reversed()).password(of: device))
        #expect(credentials.password(of: device).count == ProvisioningCredentials.passwordLength)
    }

    @Test func `only a device's own credentials are accepted`() {
        let credentials = ProvisioningCredentials(key: key)
        let password = credentials.password(of: device)
        #expect(credentials.accepts(user: "001565abcdef", password: password, for: device))
        #expect(credentials.accepts(user: "00:15:65:AB:CD:EF", password: password, for: device))
        #expect(!credentials.accepts(user: other.digits, password: password, for: device))
        #expect(!credentials.accepts(user: device.digits, password: credentials.password(of: other), for: device))
        #expect(!credentials.accepts(user: other.digits, password: credentials.password(of: other), for: device))
        #expect(!credentials.accepts(user: "", password: password, for: device))
        #expect(!credentials.accepts(user: device.digits, password: "", for: device))
        #expect(!credentials.accepts(user: device.digits, password: password + "a", for: device))
        #expect(!credentials.accepts(user: device.digits, password: String(password.dropLast()), for: device))
        let long = String(repeating: "a", count: ProvisioningCredentials.lengthMax + 1)
        #expect(!credentials.accepts(user: device.digits, password: long, for: device))
    }

    @Test func `a password that differs in any one place is refused`() {
        let credentials = ProvisioningCredentials(key: key)
        let password = Array(credentials.password(of: device).utf8)
        for place in password.indices {
            var wrong = password
            wrong[place] ^= 1
            let text = String(decoding: wrong, as: UTF8.self)
            #expect(!credentials.accepts(user: device.digits, password: text, for: device))
        }
    }

    @Test func `while the secret changes both passwords are accepted and the new one is told`() {
        let former = ProvisioningCredentials(key: key)
        let changing = ProvisioningCredentials(key: key.reversed(), previous: key)
        #expect(changing.accepts(user: device.digits, password: former.password(of: device), for: device))
        #expect(changing.accepts(user: device.digits, password: changing.password(of: device), for: device))
        #expect(changing.password(of: device) != former.password(of: device))
    }

    @Test func `both nodes derive the same key from the secret`() {
        let secret = Array("Vq3xT9mZr7Kc2WpL8dHn5YsB".utf8)
        #expect(KeyDerivation(secret: secret).provisioningKey == KeyDerivation(secret: secret).provisioningKey)
        #expect(KeyDerivation(secret: secret).provisioningKey != KeyDerivation(secret: secret).controlKey)
        #expect(KeyDerivation(secret: secret).provisioningKey.count == 32)
    }
}
