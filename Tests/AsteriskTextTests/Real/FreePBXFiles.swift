import AsteriskTestKit

/// Files in the shape that FreePBX gives them: which includes which, and where the administrator's hooks are read.
///
/// Only what a call between extensions passes is in them; the shape is that of FreePBX 15 to 17.
struct FreePBXFiles {
    let node: AsteriskInstance
    /// An address of the carrier's own.
    let carrier: String

    /// Every file by its name; the hooks are there and empty, as FreePBX makes them.
    var texts: [String: String] {
        [
            "pjsip.conf": sip, "pjsip.transports.conf": transports, "pjsip.endpoint.conf": endpoints,
            "pjsip_custom.conf": "", "pjsip_custom_post.conf": "; words of an administrator",
            "extensions.conf": Self.dialplan, "extensions_override_freepbx.conf": "",
            "extensions_additional.conf": Self.additional,
            "extensions_custom.conf": "[from-internal-custom]\nexten => *60,1,Hangup(16)\n",
            "globals_custom.conf": "HERS=1",
        ]
    }

    /// The transports alone: of the section [global] there is one, and it is FreePBX's.
    private var transports: String {
        node.transports.firstRange(of: "[transport-udp]").map { String(node.transports[$0.lowerBound...]) } ?? ""
    }

    /// The hook is the last line of the section [global].
    private var sip: String {
        """
        #include pjsip_custom.conf
        #include pjsip.transports.conf
        #include pjsip.endpoint.conf

        [global]
        type=global
        user_agent=PBX
        endpoint_identifier_order=ip,username,anonymous,header,auth_username
        #include pjsip_custom_post.conf

        """
    }

    private var endpoints: String {
        let phones = WorldFiles.phones.map { number, secret, _ in
            """
            [\(number)]
            type=auth
            username=\(number)
            password=\(secret)
            [\(number)]
            type=aor
            max_contacts=1
            [\(number)]
            type=endpoint
            context=from-internal
            auth=\(number)
            aors=\(number)
            disallow=all
            allow=alaw

            """
        }
        return phones.joined() + """
            [provider]
            type=endpoint
            context=from-pstn
            disallow=all
            allow=alaw
            [provider]
            type=identify
            endpoint=provider
            match=\(carrier)

            """
    }

    /// The generated dialplan comes before the contexts that everybody has.
    private static let dialplan = """
        [general]
        static=yes
        #include extensions_override_freepbx.conf
        #include extensions_additional.conf
        #include extensions_custom.conf
        [from-pstn]
        include => ext-did
        include => from-did-direct
        [from-internal]
        include => from-internal-xfer
        [from-internal-xfer]
        include => from-internal-custom
        include => from-internal-additional
        exten => h,1,Hangup()
        [from-did-direct]
        include => ext-findmefollow
        include => ext-local

        """

    private static let additional = """
        [globals]
        VM_PREFIX = *
        #include globals_custom.conf

        [from-internal-additional]
        include => ext-findmefollow
        include => ext-local
        include => outbound-allroutes
        [ext-did]
        exten => 4930123,1,Goto(from-did-direct,2003,1)
        [ext-findmefollow]
        exten => 2001,1,Set(DB(followed/2001)=${CALLERID(num)})
         same => n,Goto(ext-local,2001,1)
        [ext-local]
        exten => 1001,1,Goto(phone,${EXTEN},1)
        exten => 1002,1,Goto(phone,${EXTEN},1)
        exten => 2001,1,Goto(phone,${EXTEN},1)
        exten => 2002,1,Goto(phone,${EXTEN},1)
        exten => 2003,1,Goto(phone,${EXTEN},1)
        [phone]
        exten => _X.,1,Dial(PJSIP/${EXTEN},5)
         same => n,Set(DB(voicemail/${EXTEN})=${CALLERID(num)})
         same => n,Hangup(16)
        [outbound-allroutes]
        exten => 112,1,Set(DB(outside/112)=${CALLERID(num)})
         same => n,Answer()
         same => n,Wait(1)

        """
}
