import Vocabulary

/// What FreePBX does not write: the trunk between the nodes, gateways in trunk mode, the marker, and the way from one
/// node to the other. Extensions, trunks and routes stay FreePBX's own.
struct FreePBXText {
    /// Files that FreePBX reads, never overwrites, and that may hold the words of an administrator.
    static let hooks = [
        IncludeHook(file: "pjsip_custom_post.conf", includes: "comxfailover/pjsip-freepbx.conf"),
        IncludeHook(file: "extensions_custom.conf", includes: "comxfailover/extensions-freepbx.conf"),
        IncludeHook(file: "globals_custom.conf", includes: "comxfailover/globals-freepbx.conf"),
    ]

    let plan: TelephonyPlan

    init(_ plan: TelephonyPlan) { self.plan = plan }

    var texts: [String: String] {
        [
            "comxfailover/pjsip-freepbx.conf": objects, "comxfailover/pjsip-gateways.conf": gateways,
            "comxfailover/extensions-freepbx.conf": dialplan, "comxfailover/globals-freepbx.conf": globals,
        ]
    }

    private var objects: String {
        var writer = ConfigurationWriter("the trunk between the two nodes, beside what FreePBX writes")
        writer.addition(to: "global")
        // FreePBX's own order, but that the peer is known by its digest before anything else is tried.
        writer.option("endpoint_identifier_order", "auth_username,ip,username,anonymous,header")
        PJSIPText.writeMarker(&writer)
        if let trunk = plan.peer { PJSIPText.write(trunk, plan.sip, transport: nil, &writer) }
        writer.tryInclude("comxfailover/pjsip-gateways.conf")
        return writer.text
    }

    private var gateways: String { PJSIPText.gateways(plan, transport: nil) }

    private var globals: String {
        var writer = ConfigurationWriter("globals beside those of FreePBX")
        writer.option(LoadExpectation.markerGlobal, RenderedFiles.generationPlace)
        writer.option("COMXFAILOVER_NODE", plan.mode.rawValue)
        return writer.text
    }

    private var dialplan: String {
        var writer = ConfigurationWriter("calls between the two nodes, beside what FreePBX writes")
        let numbers = (plan.staff.map(\.number) + plan.guests.map(\.number)).sorted()
        // FreePBX includes this file before its own contexts: what is included here comes first there.
        writer.context("from-internal-custom") { $0.include(context: "comxfailover-numbers") }
        writer.context("from-did-direct") { $0.include(context: "comxfailover-numbers") }
        // An extension as FreePBX would have it: follow-me, then the phone, then voicemail.
        writer.context("comxfailover-home") { writer in
            writer.include(context: "ext-findmefollow")
            writer.include(context: "ext-local")
        }
        writer.context("comxfailover-numbers") { writer in
            var last: ExtensionNumber?
            for number in numbers where number != last {
                writer.step("\(number)", "Goto(comxfailover-call,${EXTEN},1)")
                last = number
            }
        }
        writer.context("comxfailover-emergency") { writer in
            for number in plan.emergency.numbers { writer.step("\(number)", "Goto(outbound-allroutes,${EXTEN},1)") }
        }
        writer.context("comxfailover-gateway") { writer in
            for gateway in plan.gateways {
                for line in gateway.lines { writer.step("\(line.number)", "Return(\(gateway.name))") }
            }
            writer.step("_[0-9]!", "Return()")
        }
        let programs = [DialplanProgram.anyNumber, Self.program, Self.wakeUpWay, DialplanProgram.wakeUps]
        writer.verbatim("\n" + programs.joined(separator: "\n"))
        return writer.text
    }

    /// The way to a phone that a guest is to be woken by: past follow-me, do-not-disturb and voicemail.
    private static let wakeUpWay = #"""
        [wake-up-ring]
        exten => _[0-9]!,1,Set(REACHED=unavailable)
         same => n,Gosub(comxfailover-gateway,${EXTEN},1)
         same => n,Set(LEGS=PJSIP/${EXTEN}@gateway-${GOSUB_RETVAL})
         same => n,ExecIf($["${GOSUB_RETVAL}" = ""]?Set(LEGS=${PJSIP_DIAL_CONTACTS(${EXTEN})}))
         same => n,GotoIf($[${LEN(${LEGS})} = 0]?peer)
         same => n,Dial(${LEGS},${WAKE_RING})
         same => n,Gosub(wake-up-outcome,s,1)
         same => n,GotoIf($["${REACHED}" != "unavailable"]?told)
         same => n(peer),GotoIf($[${LEN(${PJSIP_DIAL_CONTACTS(comxfailoverconnecter)})} = 0]?told)
         same => n,Dial(PJSIP/${EXTEN}@comxfailoverrelay,${WAKE_RING},b(comxfailover-to-peer^s^1(^${WAKE_CALL})))
         same => n,Gosub(wake-up-outcome,s,1)
         same => n(told),Set(DB(wake-up/${WAKE_CALL})=${REACHED})
         same => n,Goto(wake-up-cause,${REACHED},1)

        [wake-up-outcome]
        exten => s,1,Set(REACHED=unavailable)
         same => n,ExecIf($["${DIALSTATUS}" = "NOANSWER"]?Set(REACHED=noanswer))
         same => n,ExecIf($["${HANGUPCAUSE}" = "17"]?Set(REACHED=busy))
         same => n,ExecIf($["${HANGUPCAUSE}" = "21"]?Set(REACHED=declined))
         same => n,Return()
        """#

    /// Here first, then the peer, then FreePBX's own voicemail. `from-peer` answers with causes alone.
    private static let program = #"""
        [comxfailover-call]
        exten => _[0-9]!,1,GotoIf($["${COMXFAILOVER_HOP}" != "" | ${LEN(${PJSIP_DIAL_CONTACTS(${EXTEN})})} > 0]?\#
        comxfailover-home,${EXTEN},1)
         same => n,Gosub(comxfailover-gateway,${EXTEN},1)
         same => n,Set(GATEWAY=${GOSUB_RETVAL})
         same => n,ExecIf($["${GATEWAY}" != ""]?Dial(PJSIP/${EXTEN}@gateway-${GATEWAY},60))
         same => n,GotoIf($["${DIALSTATUS}" = "BUSY" | "${DIALSTATUS}" = "NOANSWER"]?comxfailover-home,${EXTEN},1)
         same => n,GotoIf($[${LEN(${PJSIP_DIAL_CONTACTS(comxfailoverconnecter)})} = 0]?comxfailover-home,${EXTEN},1)
         same => n,Set(CALLER=${FILTER(0-9,${CALLERID(num)})})
         same => n,Set(FROM=${CUT(CHANNEL,/,2)})
         same => n,Set(WAY=${IF($["${GATEWAY}" = "" & \#
        ${DIALPLAN_EXISTS(comxfailover-numbers,${CUT(FROM,-,1)},1)}]?comxfailoverconnecter:comxfailoverrelay)})
         same => n,Dial(PJSIP/${EXTEN}@${WAY},40,b(comxfailover-to-peer^s^1(${CALLER}^${UNIQUEID})))
         same => n,GotoIf($["${HANGUPCAUSE}" = "17" | "${HANGUPCAUSE}" = "21"]?busy)
         same => n,Goto(comxfailover-home,${EXTEN},1)
         same => n(busy),Hangup(17)

        [comxfailover-to-peer]
        exten => s,1,Set(PJSIP_HEADER(add,X-Comxfailover-Hop)=${COMXFAILOVER_NODE})
         same => n,Set(PJSIP_HEADER(add,X-Comxfailover-Call)=${ARG2})
         same => n,Set(PJSIP_HEADER(add,X-Comxfailover-Caller)=${ARG1})
         same => n,Set(PJSIP_HEADER(add,X-Comxfailover-Purpose)=call)
         same => n,Return()

        [from-gateway]
        include => any-number
        [from-peer]
        include => any-number

        [entered-from-gateway]
        exten => _[0-9*#+]!,1,Goto(from-internal,${EXTEN},1)

        [entered-from-peer]
        exten => _[0-9*#+]!,1,Set(__COMXFAILOVER_HOP=${FILTER(a-z,${PJSIP_HEADER(read,X-Comxfailover-Hop)})})
         same => n,ExecIf($["${COMXFAILOVER_HOP}" = ""]?Set(__COMXFAILOVER_HOP=unmarked))
         same => n,Set(PURPOSE=${FILTER(a-z,${PJSIP_HEADER(read,X-Comxfailover-Purpose)})})
         same => n,ExecIf($["${PURPOSE}" = ""]?Set(PURPOSE=call))
         same => n,Set(CDR(COMX_CALL_ID)=${FILTER(0-9a-zA-Z._\x2d,${PJSIP_HEADER(read,X-Comxfailover-Call)})})
         same => n,GotoIf($["${COMXFAILOVER_HOP}" = "${COMXFAILOVER_NODE}"]?loop)
         same => n,GotoIf($["${PURPOSE}" = "call" & ${DIALPLAN_EXISTS(comxfailover-numbers,${EXTEN},1)}]?call)
         same => n,GotoIf($["${PURPOSE}" = "site" & ${DIALPLAN_EXISTS(comxfailover-emergency,${EXTEN},1)}]?\#
        comxfailover-emergency,${EXTEN},1)
         same => n,GotoIf($["${PURPOSE}" = "any" & ${DIALPLAN_EXISTS(comxfailover-emergency,${EXTEN},1)}]?\#
        comxfailover-emergency,${EXTEN},1)
         same => n,GotoIf($["${PURPOSE}" = "feature"]?from-internal,${EXTEN},1)
         same => n(gone),Hangup(3)
         same => n(call),Gosub(comxfailover-gateway,${EXTEN},1)
         same => n,Set(LEGS=PJSIP/${EXTEN}@gateway-${GOSUB_RETVAL})
         same => n,GotoIf($["${GOSUB_RETVAL}" != ""]?ring)
         same => n,Set(LEGS=${PJSIP_DIAL_CONTACTS(${EXTEN})})
         same => n(ring),GotoIf($[${LEN(${LEGS})} = 0]?gone)
         same => n,Dial(${LEGS},600)
         same => n,GotoIf($["${HANGUPCAUSE}" = "17" | "${HANGUPCAUSE}" = "21"]?busy)
         same => n,GotoIf($["${DIALSTATUS}" = "NOANSWER"]?noanswer)
         same => n,Hangup(3)
         same => n(busy),Hangup(17)
         same => n(noanswer),Hangup(19)
         same => n(loop),Hangup(25)
        """#
}
