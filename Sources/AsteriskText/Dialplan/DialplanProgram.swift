/// The part of the dialplan that is the same in every hotel: what happens to a call, in the order in which it happens.
///
/// What a hotel has (its numbers, classes, routes) stands in contexts that are rendered. These programs look it up
/// there, in globals, and in Asterisk's own database. Nothing in them waits for the daemon, but for features that only
/// the daemon can do. `Docs/ASTERISK.md` explains contexts and variables.
enum DialplanProgram {
    static let all = [
        anyNumber, callers, calls, reaching, groups, outside, help, peer, features, wakeUpWay, wakeUps,
        refusals,
    ].joined(separator: "\n")

    /// The longest number that may be dialled; Asterisk reads no longer pattern.
    static let dialledLengthMax = 31

    /// What every entry takes: numbers of each length, since a pattern cannot say "these keys alone, however many".
    ///
    /// A phone may send any text as the number that it dials. `&`, `/` or `@` in it would mean something to `Dial`, a
    /// quote something to an expression; and ends of lines would write lines of their own into the manager's events and
    /// the call files. So what is no number is nowhere in the dialplan: there is no channel, no event, no record.
    static let anyNumber = """
        [any-number]
        \(patterns.map { "exten => \($0),1,Goto(entered-${CONTEXT},${EXTEN},1)" }.joined(separator: "\n"))

        """

    private static let patterns = (1...dialledLengthMax).map { "_" + String(repeating: "[0-9*#+]", count: $0) }

    /// Who calls: sets CALLER and what follows from it, inherited by every leg.
    static let callers = #"""
        ; Entries of phones and gateways.
        [from-staff]
        include => any-number
        [from-guest]
        include => any-number
        [from-gateway]
        include => any-number

        [entered-from-staff]
        exten => _[0-9*#+]!,1,Gosub(begin,phone,1)
         same => n,Goto(numbers,${EXTEN},1)

        [entered-from-guest]
        exten => _[0-9*#+]!,1,Gosub(begin,phone,1)
         same => n,Goto(numbers,${EXTEN},1)

        [entered-from-gateway]
        exten => _[0-9*#+]!,1,Gosub(begin,gateway,1)
         same => n,Goto(numbers,${EXTEN},1)

        ; Who calls. Only the peer's word is taken for a caller that is not its own endpoint.
        [begin]
        exten => phone,1,Set(__CALLER=${FILTER(0-9,${CHANNEL(endpoint)})})
         same => n,Goto(headers,1)
        exten => gateway,1,Set(__CALLER=${FILTER(0-9,${CALLERID(num)})})
         same => n,Gosub(entry,d${CALLER},1)
         same => n,ExecIf($["gateway-${CUT(GOSUB_RETVAL,:,7)}" != "${CHANNEL(endpoint)}"]?Set(__CALLER=))
         same => n,Goto(headers,1)
        exten => provider,1,Set(__CALLER=)
         same => n,Set(__CALLER_KIND=outside)
         same => n,Set(__CALLER_ROOM=)
         same => n,Set(__CALLER_CLASS=inbound)
         same => n,Set(__CALL_ID=${UNIQUEID})
         same => n,Set(LOCAL(SOUND)=${FILTER(0-9a-zA-Z*#+._\x2d,${CALLERID(num)})})
         same => n,ExecIf($[${LEN(${CALLERID(num)})} > ${LEN(${SOUND})}]?Set(CALLERID(num)=${SOUND}))
         same => n,Goto(record,1)
        exten => peer,1,Set(__FROM_PEER=1)
         same => n,Set(__CALLER=${FILTER(0-9,${PJSIP_HEADER(read,X-Comxfailover-Caller)})})
         same => n,Set(__CALL_ID=${FILTER(0-9a-zA-Z._\x2d,${PJSIP_HEADER(read,X-Comxfailover-Call)})})
         same => n,Set(__PURPOSE=${FILTER(a-z,${PJSIP_HEADER(read,X-Comxfailover-Purpose)})})
         same => n,ExecIf($["${PURPOSE}" = ""]?Set(__PURPOSE=call))
         same => n,Goto(headers,1)
        exten => headers,1,Set(__HOP=${FILTER(a-z,${PJSIP_HEADER(read,X-Comxfailover-Hop)})})
         same => n,Gosub(caller,s,1)
         same => n,ExecIf($["${CALL_ID}" = ""]?Set(__CALL_ID=${UNIQUEID}))
         same => n,GotoIf($["${FROM_PEER}" = "1"]?record,1)
         same => n,ExecIf($["${CALLER_ROOM}" != ""]?Set(CALLERID(num)=${CALLER_ROOM}))
         same => n,GotoIf($["${CALLER_ROOM}" = ""]?record,1)
         same => n,ExecIf($[${LEN(${DB(room/${CALLER_ROOM}/name)})} > 0]?\#
        Set(CALLERID(name)=${DB(room/${CALLER_ROOM}/name)}))
         same => n,Goto(record,1)
        exten => record,1,Set(CDR(COMX_CALL_ID)=${CALL_ID})
         same => n,Set(CDR(COMX_ROOM)=${CALLER_ROOM})
         same => n,Set(CDR(COMX_CALLER)=${CALLER})
         same => n,Set(CDR(COMX_TRUNK)=${TRUNK_IN})
         same => n,CELGenUserEvent(call,${CALL_ID}/${CALLER}/${CALLER_ROOM})
         same => n,Return()

        ; What is known of CALLER: kind, room and class of service, from the tables and the room's state.
        [caller]
        exten => s,1,Gosub(entry,d${CALLER},1)
         same => n,Set(LOCAL(KNOWN)=${GOSUB_RETVAL})
         same => n,Set(__CALLER_KIND=${CUT(KNOWN,:,1)})
         same => n,Set(__CALLER_ROOM=${CUT(KNOWN,:,2)})
         same => n,Set(__CALLER_CLASS=${CUT(KNOWN,:,3)})
         same => n,GotoIf($["${CALLER_KIND}" != "guest"]?done)
         same => n,Set(LOCAL(STATE)=${FILTER(0-9,${DB(room/${CALLER_ROOM}/class)})})
         same => n,ExecIf($["${STATE}" = ""]?Set(LOCAL(STATE)=${VACANT_CLASS}))
         same => n,ExecIf($["${CALLER_CLASS}" = "" | "${STATE}" = "0"]?Set(__CALLER_CLASS=${STATE}))
         same => n(done),Return()
        """#

    /// What a dialled number inside leads to, and what happens when nobody answers.
    static let calls = #"""
        ; A call to one extension.
        [call]
        exten => _[0-9]!,1,Gosub(called,s,1(${EXTEN}))
         same => n,GotoIf($["${KIND}" != "guest" & "${KIND}" != "staff"]?refused,unavailable,1)
         same => n,GotoIf($[${DIALPLAN_EXISTS(class-allows,${CALLER_CLASS}${KIND},1)} | 0${ALLOWED}]?allowed)
         same => n,Goto(refused,notallowed,1)
         same => n(allowed),Gosub(forwarding,s,1(${EXTEN},always))
         same => n,Set(REACHED=busy)
         same => n,GotoIf($["${DB(room/${ROOM}/dnd)}" = "on" & "${ROOM}" != ""]?missed,${EXTEN},1)
         same => n,GotoIf($["${DB(staff/${EXTEN}/dnd)}" = "on" & "${KIND}" = "staff"]?missed,${EXTEN},1)
         same => n,Gosub(reach,s,1(${EXTEN},${RING}))
         same => n,Goto(missed,${EXTEN},1)

        ; Nobody answered: forwarding, then the voicemail box, then what is set for closed ones.
        [missed]
        exten => _[0-9]!,1,Gosub(called,s,1(${EXTEN}))
         same => n,Goto(${REACHED})
         same => n(busy),Gosub(forwarding,s,1(${EXTEN},busy))
         same => n,Goto(box)
         same => n(noanswer),Gosub(forwarding,s,1(${EXTEN},no-answer))
         same => n,Goto(box)
         same => n(unavailable),Gosub(forwarding,s,1(${EXTEN},unreachable))
         same => n(box),Gosub(box,s,1)
         same => n,GotoIf($["${BOX_OPEN}" = "1"]?message)
         same => n,GotoIf($["${KIND}" = "guest" & "${REACHED}" != "busy"]?closed)
         same => n,Goto(refused,${REACHED},1)
         same => n(closed),GotoIf($["${CLOSED_BOX}" != "desk"]?on)
         same => n,GotoIf($[${DIALPLAN_EXISTS(desk-members,d${CALLER},1)}]?refused,${REACHED},1)
         same => n,Goto(group,desk,1)
         same => n(on),GotoIf($["${REACHED}" != "noanswer"]?refused,${REACHED},1)
         same => n,Gosub(reach,s,1(${EXTEN},600))
         same => n,Goto(refused,${REACHED},1)
         same => n(message),VoiceMail(${BOX},${IF($["${REACHED}" = "busy"]?b:u)})
         same => n,Hangup(16)

        ; What is known of a called extension: KIND, ROOM, RING, BOX.
        [called]
        exten => s,1,Gosub(entry,d${ARG1},1)
         same => n,Set(LOCAL(KNOWN)=${GOSUB_RETVAL})
         same => n,Set(KIND=${CUT(KNOWN,:,1)})
         same => n,Set(ROOM=${CUT(KNOWN,:,2)})
         same => n,Set(RING=${CUT(KNOWN,:,4)})
         same => n,Set(BOX=${CUT(KNOWN,:,5)})
         same => n,Return()

        ; Whether the box of a called extension takes messages: a guest's only while it is open.
        [box]
        exten => s,1,Set(BOX_OPEN=0)
         same => n,GotoIf($["${BOX}" = ""]?done)
         same => n,GotoIf($["${KIND}" = "guest" & "${DB(room/${ROOM}/box)}" != "open"]?done)
         same => n,Set(BOX_OPEN=${VM_INFO(${BOX},exists)})
         same => n(done),Return()

        ; Forwarding of ARG1 for the occasion ARG2, as if ARG1 dialled the target; at most three in a row.
        [forwarding]
        exten => s,1,Set(LOCAL(TARGET)=${FILTER(0-9*#+,${DB(forward/${ARG1}/${ARG2})})})
         same => n,GotoIf($["${TARGET}" = "" | 0${FORWARDS} >= 3]?done)
         same => n,Set(__FORWARDS=$[0${FORWARDS} + 1])
         same => n,Set(__CALLER=${ARG1})
         same => n,Gosub(caller,s,1)
         same => n,Set(CDR(COMX_ROOM)=${CALLER_ROOM})
         same => n,Set(CDR(COMX_CALLER)=${CALLER})
         same => n,Set(FORWARD_TO=${TARGET})
         same => n,StackPop()
         same => n,Goto(numbers,${FORWARD_TO},1)
         same => n(done),Return()
        """#

    /// Ringing one extension: here, and where that fails at once, at the peer.
    static let reaching = #"""
        ; Rings ARG1 for ARG2 seconds. REACHED becomes busy, noanswer or unavailable; an answered call does not return.
        [reach]
        exten => s,1,Set(REACHED=unavailable)
         same => n,Gosub(entry,d${ARG1},1)
         same => n,Set(LOCAL(GATEWAY)=${CUT(GOSUB_RETVAL,:,7)})
         same => n,GotoIf($["${GATEWAY}" != ""]?gateway)
         same => n,Set(LOCAL(LEGS)=${PJSIP_DIAL_CONTACTS(${ARG1})})
         same => n,GotoIf($[${LEN(${LEGS})} = 0]?peer)
         same => n,Dial(${LEGS},${ARG2},b(watched^s^1(4)))
         same => n,Goto(after)
         same => n(gateway),GotoIf($[${LEN(${PJSIP_DIAL_CONTACTS(gateway-${GATEWAY})})} = 0]?peer)
         same => n,Dial(PJSIP/${ARG1}@gateway-${GATEWAY},${ARG2},b(watched^s^1(4)))
         same => n(after),Gosub(outcome,s,1)
         same => n,GotoIf($["${REACHED}" != "unavailable"]?done)
         same => n(peer),Gosub(ask-peer,s,1(${ARG1},call,${ARG2}))
         same => n(done),Return()

        ; On a leg, before it is dialled: a leg that does not ring within ARG1 seconds is given up, as if nobody were
        ; there.
        [watched]
        exten => s,1,Originate(Local/s@first-response/n,exten,first-response,ignored,1,30,\#
        ab(unrecorded^s^1)v(LEG=${CHANNEL}^LIMIT=${ARG1}))
         same => n,Return()

        [first-response]
        exten => s,1,Set(CDR_PROP(disable)=1)
         same => n,Wait(${LIMIT})
         same => n,ExecIf($["${IMPORT(${LEG},CHANNEL(state))}" = "Down"]?SoftHangup(${LEG}))
         same => n,Hangup(16)
        exten => ignored,1,Hangup(16)

        [unrecorded]
        exten => s,1,Set(CDR_PROP(disable)=1)
         same => n,Return()

        ; What became of the last Dial: a phone that declines is busy, one that is gone is unavailable.
        [outcome]
        exten => s,1,Set(REACHED=unavailable)
         same => n,ExecIf($["${DIALSTATUS}" = "NOANSWER"]?Set(REACHED=noanswer))
         same => n,ExecIf($["${DIALSTATUS}" = "BUSY" | "${HANGUPCAUSE}" = "17" | "${HANGUPCAUSE}" = "21"]?\#
        Set(REACHED=busy))
         same => n,Return()
        """#

    /// Ring groups and the desk.
    static let groups = #"""
        [group]
        exten => desk,1,Set(GROUP_NAME=desk)
         same => n,Goto(ring,1)
        exten => _[0-9]!,1,Set(GROUP_NAME=${EXTEN})
         same => n,Goto(ring,1)
        exten => ring,1,Set(__GROUPS=$[0${GROUPS} + 1])
         same => n,GotoIf($[${GROUPS} > 5 | "${HOP}" != ""]?refused,unavailable,1)
         same => n,Gosub(entry,d${GROUP_NAME},1)
         same => n,Set(KNOWN=${GOSUB_RETVAL})
         same => n,GotoIf($["${CUT(KNOWN,:,1)}" != "group"]?refused,unavailable,1)
         same => n,GotoIf($[${DIALPLAN_EXISTS(class-allows,${CALLER_CLASS}staff,1)} | 0${ALLOWED} | \#
        "${GROUP_NAME}" = "desk"]?allowed)
         same => n,Goto(refused,notallowed,1)
         same => n(allowed),Set(RING=${CUT(KNOWN,:,3)})
         same => n,Set(MEMBERS=${CUT(KNOWN,:,4)})
         same => n,Set(OVERFLOW=${CUT(KNOWN,:,5)})
         same => n,Set(REACHED=unavailable)
         same => n,Set(PLACE=0)
         same => n,Set(LEGS=)
         same => n,GotoIf($["${CUT(KNOWN,:,2)}" = "in-turn"]?turn)
         same => n(gather),Set(PLACE=$[${PLACE} + 1])
         same => n,Set(MEMBER=${CUT(MEMBERS,&,${PLACE})})
         same => n,GotoIf($["${MEMBER}" = ""]?ring)
         same => n,Gosub(member,s,1(${MEMBER}))
         same => n,Goto(gather)
         same => n(ring),GotoIf($[${LEN(${LEGS})} = 0]?over)
         same => n,Set(__PURPOSE=call)
         same => n,Dial(${LEGS:1},${RING},b(to-peer^s^1))
         same => n,Gosub(outcome,s,1)
         same => n,Goto(over)
         same => n(turn),Set(PLACE=$[${PLACE} + 1])
         same => n,Set(MEMBER=${CUT(MEMBERS,&,${PLACE})})
         same => n,GotoIf($["${MEMBER}" = ""]?over)
         same => n,GotoIf($["${DB(staff/${MEMBER}/dnd)}" = "on"]?turn)
         same => n,Gosub(reach,s,1(${MEMBER},${RING}))
         same => n,Goto(turn)
         same => n(over),GotoIf($["${OVERFLOW}" = ""]?refused,${REACHED},1)
         same => n,GotoIf($["${OVERFLOW}" = "desk"]?desk,1)
         same => n,GotoIf($["${OVERFLOW:0:1}" = "m"]?missed,${OVERFLOW:1},1)
         same => n,Goto(inside,${OVERFLOW},1)

        ; Adds the legs of one member: its phones here, or the way to the peer.
        [member]
        exten => s,1,GotoIf($["${DB(staff/${ARG1}/dnd)}" = "on"]?done)
         same => n,Gosub(entry,d${ARG1},1)
         same => n,GotoIf($["${GOSUB_RETVAL:0:3}" = "off"]?done)
         same => n,Set(LOCAL(GATEWAY)=${CUT(GOSUB_RETVAL,:,7)})
         same => n,Set(LOCAL(PHONES)=PJSIP/${ARG1}@gateway-${GATEWAY})
         same => n,GotoIf($["${GATEWAY}" != ""]?add)
         same => n,Set(LOCAL(PHONES)=${PJSIP_DIAL_CONTACTS(${ARG1})})
         same => n,GotoIf($[${LEN(${PHONES})} > 0]?add)
         same => n,GotoIf($[${HAS_PEER} = 0]?done)
         same => n,GotoIf($[${LEN(${PJSIP_DIAL_CONTACTS(comxfailoverconnecter)})} = 0]?done)
         same => n,Gosub(way,s,1(${ARG1},call))
         same => n,Set(LOCAL(PHONES)=PJSIP/${ARG1}@${GOSUB_RETVAL})
         same => n(add),Set(LEGS=${LEGS}&${PHONES})
         same => n(done),Return()
        """#
}
