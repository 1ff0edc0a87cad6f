import AsteriskTestKit

/// The world round a node under test, played by a second Asterisk: phones that register, a carrier, and the peer.
///
/// What reaches it is written into its database: `answered/PHONE`, `seen/carrier/NUMBER` and `seen/peer/NUMBER` with
/// the
/// caller, `outcome/PHONE*NUMBER` with how a call ended that one of its phones made.
struct WorldFiles {
    /// Phones, their passwords, and what they do when they are called.
    static let phones = [
        ("1001", "shared-by-guests", "answers"), ("1002", "shared-by-guests", "rings"),
        ("1003", "shared-by-guests", "silent"), ("2001", "front-desk", "answers"), ("2002", "kitchen", "busy"),
    ]

    let node: AsteriskPlace
    let world: AsteriskPlace
    /// An address of the carrier's own.
    let carrier: String
    /// Second phones of some extensions, and what they do when they are called. What reaches one is written down as
    /// `answered/DEEDPHONE`.
    var seconds: [(number: String, deed: String)] = []

    /// The carrier calls from 4989555, and sends more than that number as its caller's.
    var sip: String {
        let head = """
            [global]
            type=global
            endpoint_identifier_order=auth_username,username,anonymous
            [transport-udp]
            type=transport
            protocol=udp
            bind=\(world.host):\(world.sipPort)
            [transport-carrier]
            type=transport
            protocol=udp
            bind=\(carrier):5060
            [anonymous]
            type=endpoint
            context=phones
            disallow=all
            allow=alaw

            """
        let phones = Self.phones.map { number, secret, deed in
            endpoint(number, user: number, secret: secret) + registration(number, deed: deed, name: number)
        }
        let others = seconds.map { registration($0.number, deed: $0.deed, name: $0.deed + $0.number) }
        return head + phones.joined() + others.joined()
            + endpoint("0000", user: "comxfailoverconnecter", secret: "between-the-nodes")
            + endpoint("1111", user: "carrier", secret: "none", transport: "transport-carrier")
            + endpoint("1501", user: "gateway", secret: "none", transport: "transport-carrier")
    }

    private func endpoint(
        _ name: String, user: String, secret: String, transport: String = "transport-udp"
    ) -> String {
        """
        [\(name)]
        type=auth
        username=\(user)
        password=\(secret)
        [\(name)]
        type=aor
        contact=sip:\(node.host):\(node.sipPort)
        [\(name)]
        type=endpoint
        transport=\(transport)
        context=phones
        aors=\(name)
        outbound_auth=\(name)
        from_user=\(name == "1111" ? "4989555&" : name)
        identify_by=auth_username
        disallow=all
        allow=alaw

        """
    }

    private func registration(_ number: String, deed: String, name: String) -> String {
        """
        [\(name)]
        type=registration
        outbound_auth=\(number)
        server_uri=sip:\(node.host):\(node.sipPort)
        client_uri=sip:\(number)@\(node.host):\(node.sipPort)
        contact_user=\(deed)\(number)
        max_random_initial_delay=0
        retry_interval=1

        """
    }

    var dialplan: String {
        let phones = Self.phones.map { number, _, deed in entry(number, deed: deed, key: number) }
        let others = seconds.map { entry($0.number, deed: $0.deed, key: $0.deed + $0.number) }
        return "[general]\nstatic=yes\n[phones]\n" + phones.joined() + others.joined() + Self.program
            + odd
    }

    /// A phone that sends what no keypad can dial: behind the number what `odd/tail` says, as an address spells it.
    private var odd: String {
        """

        [caller]
        exten => _XXXX*odd:.,1,Dial(PJSIP/${EXTEN:0:4}/sip:${EXTEN:9}${DB(odd/tail)}@\(node.host):\(node.sipPort),25,\
        gb(marks^s^1(${EXTEN:0:4})))
         same => n,Set(DB(outcome/${EXTEN})=${DIALSTATUS} ${HANGUPCAUSE})
         same => n,Hangup()

        """
    }

    /// What a phone does that is called.
    private func entry(_ number: String, deed: String, key: String) -> String {
        let act =
            switch deed {
            case "answers": "Answer()\n same => n,Wait(0.3)\n same => n,Hangup()"
            case "stays": "Answer()\n same => n,Wait(120)"
            case "presses":
                "Answer()\n same => n,Wait(2)\n same => n,SendDTMF(1)\n same => n,Wait(10)\n same => n,SendDTMF(1)"
                    + "\n same => n,Wait(120)"
            case "late": "Ringing()\n same => n,Wait(1)\n same => n,Answer()\n same => n,Wait(0.3)\n same => n,Hangup()"
            case "rings": "Ringing()\n same => n,Wait(60)"
            case "busy": "Hangup(17)"
            default: "Wait(60)"
            }
        return """
            exten => \(deed)\(number),1,Set(DB(answered/\(key))=${CALLERID(num)}/${CALLERID(name)})
             same => n,\(act)

            """
    }

    private static let program = #"""
        exten => _[0-9*+]!,1,Set(FROM=${IF($["${PJSIP_HEADER(read,X-Comxfailover-Hop)}" = ""]?carrier:peer)})
         same => n,Set(DB(seen/${FROM}/${EXTEN})=${CALLERID(num)}/${CALLERID(name)}/${PJSIP_HEADER(read,\#
        X-Comxfailover-Caller)})
         same => n,GotoIf($["${FROM}" = "peer" & "${DB(peer/answers)}" != "yes"]?gone)
         same => n,Answer()
         same => n,Wait(0.3)
         same => n,Hangup()
         same => n(gone),Hangup(3)

        [caller]
        exten => _XXXX*.,1,Dial(PJSIP/${EXTEN:5}@${EXTEN:0:4},25,gb(marks^s^1(${EXTEN:0:4})))
         same => n,Set(DB(outcome/${EXTEN})=${DIALSTATUS} ${HANGUPCAUSE})
         same => n,Hangup()

        [marks]
        exten => s,1,GotoIf($["${ARG1}" != "0000"]?done)
         same => n,Set(PJSIP_HEADER(add,X-Comxfailover-Hop)=${DB(marks/hop)})
         same => n,Set(PJSIP_HEADER(add,X-Comxfailover-Call)=world-1)
         same => n,Set(PJSIP_HEADER(add,X-Comxfailover-Purpose)=${DB(marks/purpose)})
         same => n,Set(PJSIP_HEADER(add,X-Comxfailover-Caller)=${DB(marks/caller)})
         same => n(done),Return()
        """#
}
