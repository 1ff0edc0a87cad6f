import Foundation
import Testing

@testable import WebConsole

@Suite struct BasicCredentialsTests {
    private func header(_ text: String) -> String { "Basic " + Data(text.utf8).base64EncodedString() }

    @Test func `user and password are parted by the first colon`() {
        #expect(BasicCredentials(header: header("a:b:c"))?.user == "a")
        #expect(BasicCredentials(header: header("a:b:c"))?.password == "b:c")
        #expect(BasicCredentials(header: "bAsIc " + header(":").dropFirst(6))?.password == "")
    }

    @Test(arguments: ["", "Basic", "Basic ", "Basic ?", "Digest a", "Basic YQ==", "Basic /zo=", "Bearer YTpi"])
    func `what is no such header is none`(text: String) {
        #expect(BasicCredentials(header: text) == nil)
    }

    @Test func `an overlong header is not looked at`() {
        #expect(BasicCredentials(header: header("a:" + String(repeating: "b", count: 512))) == nil)
    }
}
