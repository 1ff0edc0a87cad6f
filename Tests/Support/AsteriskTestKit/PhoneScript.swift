/// Phones that are played by the Asterisk under test itself: calls to them leave as real SIP and come back to the
/// same instance, into a context where each extension acts like a phone.
///
/// `201` answers, `202` is busy, `203` declines, `204` rings for ever, `205` is not registered, `206` is a phone that
/// was switched off without a word, `207` is not known where it is called.
package enum PhoneScript {
    /// Extensions of ``endpoints(at:)``, with what the far end does.
    private static let deeds = [
        ("201", "answers"), ("202", "busy"), ("203", "declines"), ("204", "rings"), ("206", "silent"),
        ("207", "unknown"),
    ]

    /// For `pjsip.conf`.
    package static func endpoints(at place: AsteriskPlace) -> String {
        let phones = deeds.map { extensionNumber, deed in
            // Nobody listens at the second port.
            let port = deed == "silent" ? 9 : place.sipPort
            return endpoint(extensionNumber)
                + "[\(extensionNumber)]\ntype=aor\ncontact=sip:\(deed)@\(place.host):\(port)\n"
        }
        let unregistered = endpoint("205") + "[205]\ntype=aor\nmax_contacts=2\n"
        let far = "[anonymous]\ntype=endpoint\ncontext=phones\ndisallow=all\nallow=ulaw\n"
        return phones.joined() + unregistered + far
    }

    /// For `extensions.conf`: what the phones do, and `hold` in `calls`, where an answered call waits.
    package static let dialplan = """
        [phones]
        exten => answers,1,Answer()
         same => n,Wait(60)
        exten => busy,1,Hangup(17)
        exten => declines,1,Hangup(21)
        exten => rings,1,Ringing()
         same => n,Wait(60)
        [calls]
        exten => hold,1,Wait(60)
        exten => tell,1,UserEvent(WakeUp,Room: 201,Key: 1)
         same => n,Hangup()

        """

    private static func endpoint(_ extensionNumber: String) -> String {
        """
        [\(extensionNumber)]
        type=endpoint
        transport=transport-udp
        context=calls
        disallow=all
        allow=ulaw
        direct_media=no
        aors=\(extensionNumber)

        """
    }
}
