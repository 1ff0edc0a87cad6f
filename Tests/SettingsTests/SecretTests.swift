import Foundation
import Settings
import Testing

@Suite struct SecretTests {
    @Test(arguments: [
        "BrnComYYrtru27s6saUSa": "one that stands in a manual or an example",
        "changemechangemechangeme": "one that stands in a manual or an example",
        "Xy7-BrnComYYrtru27s6saUSa-Xy7": "one that stands in a manual or an example",
        "Vq3xT9mZr7Kc2WpL8dHn5": "one of 21 characters",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": "one of only 1 different characters",
        "Vq3xT9mZr7Kc2Vq3xT9mZr7Kc2": "one that repeats itself",
        "abcdefghijklmnopqrstuvwxyz": "one that follows the alphabet",
        "3f9a0c5e7b1d2846f0e9c3": "one of about 88 bits",
    ])
    func `a weak secret is refused without being told`(secret: String, fault: String) {
        let text = "mode: primary\nlocal_host: 10.10.10.1\nsecret: \(secret)\n"
        let expected = "a generated secret of at least 128 bits (cure: comxfailover secret generate)"
        #expect(SettingsText.complaints(whole: text) == ["line 3: secret: expected \(expected), found \(fault)"])
    }

    @Test(arguments: ["Vq3xT9mZr7Kc2WpL8dHn5Y", "3f9a0c5e7b1d2846f0e9c3a85d6b7142", "q8Zl+3nX/ty1VbO0sKcUeWm6HrJd2g=="])
    func `a generated secret is accepted`(secret: String) throws {
        let text = "mode: primary\nlocal_host: 10.10.10.1\nsecret: \(secret)\n"
        #expect(try SettingsText.load(text).settings.secret.revealed == secret)
    }

    @Test func `a secret never shows itself`() throws {
        let loaded = try SettingsText.load(SettingsText.least + "previous_secret: \(SettingsText.otherSecret)\n")
        var dumped = ""
        dump(loaded, to: &dumped)
        let json = try String(bytes: JSONEncoder().encode(loaded.rendering), encoding: .utf8) ?? ""
        for text in ["\(loaded)", String(reflecting: loaded), dumped, json, loaded.rendering.yaml] {
            #expect(!text.contains(SettingsText.secret))
            #expect(!text.contains(SettingsText.otherSecret))
            #expect(text.contains("hidden"))
        }
    }

    @Test func `a node needs a secret`() {
        #expect(
            SettingsText.complaints(whole: "mode: primary\nlocal_host: 10.10.10.1\n") == [
                "secret_file: expected this or secret: what proves one node to the other, found neither"
            ])
    }

    @Test func `a secret is given once`() {
        #expect(
            SettingsText.complaints("secret_file: x\n", secretFiles: ["x": SettingsText.secret]) == [
                "line 4: secret_file: expected either secret or secret_file, found both"
            ])
    }

    @Test func `the former secret must be another one`() {
        #expect(
            SettingsText.complaints("previous_secret: \(SettingsText.secret)\n") == [
                "line 4: previous_secret: expected another secret than the present one, found the same"
            ])
    }

    @Test func `a weak secret from a file is refused under the key that named the file`() {
        let text = "mode: primary\nlocal_host: 10.10.10.1\nsecret_file: x\n"
        #expect(
            SettingsText.complaints(whole: text, secretFiles: ["x": "tooshort"]) == [
                "line 3: secret_file: expected a generated secret of at least 128 bits"
                    + " (cure: comxfailover secret generate), found one of 8 characters"
            ])
    }

    @Test(arguments: [
        "": "nothing", "[Vq3xT9mZr7Kc2WpL8dHn5YsB]": "a list", "{Vq3xT9mZr7Kc2WpL8dHn5YsB: a}": "a section",
        "\"Vq3xT9mZr7Kc2W\\npL8dHn5YsB\"": "a text of 25 characters",
    ])
    func `a secret of a wrong kind is refused without being told`(value: String, found: String) {
        let text = "mode: primary\nlocal_host: 10.10.10.1\nsecret: \(value)\n"
        #expect(
            SettingsText.complaints(whole: text) == [
                "line 3: secret: expected a text on one line of at most 4096 bytes, found \(found)"
            ])
    }
}
