import Testing
import Wire

/// The address that a phone gave as its own, out of what Asterisk made of it.
@Suite struct ContactPhoneTests {
    @Test(arguments: [
        ("sip:201@192.0.2.7:5060", "192.0.2.7"), ("sip:201@192.0.2.7", "192.0.2.7"),
        ("sip:201@203.0.113.5:40012;x-ast-orig-host=192.168.1.50:5060", "192.168.1.50"),
        ("sips:201@phone.example;transport=tls", "phone.example"), ("sip:192.0.2.7:5062;ob", "192.0.2.7"),
        ("sip:a%40b@[2001:db8::7]:5060;x=y@z", "[2001:db8::7]"),
    ])
    func `a contact has its phone's host`(uri: String, host: String) {
        #expect(contact(uri).phoneHost == host)
    }

    @Test(arguments: ["", "sip", "sip:", "sip:201@", "sip:201@;x=1"])
    func `what is no address has none`(uri: String) {
        #expect(contact(uri).phoneHost == nil)
    }

    private func contact(_ uri: String) -> ContactDetail {
        ContactDetail(id: nil, endpoint: "201", addressOfRecord: "201", uri: uri, status: .reachable)
    }
}
