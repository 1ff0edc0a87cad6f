extension DialplanProgram {
    /// Calls that leave the house.
    static let outside = #"""
        ; A call by a route of this node: ARG1 category, ARG2 number, ARG3 its caller number, ARG4 trunks, ARG5 as
        ; dialled.
        ; The caller's class was looked up here, whatever node the call came from.
        [leave]
        exten => s,1,GotoIf($[${DIALPLAN_EXISTS(class-allows,${CALLER_CLASS}${ARG1},1)} | 0${ALLOWED}]?allowed)
         same => n,Goto(refused,notallowed,1)
         same => n(allowed),Set(LOCAL(MINUTES)=0${CLASS_MINUTES_${CALLER_CLASS}})
         same => n,ExecIf($[${MINUTES} > 0]?Set(TIMEOUT(absolute)=$[${MINUTES} * 60]))
         same => n,Gosub(entry,d${CALLER},1)
         same => n,Set(LOCAL(OWN)=${CUT(GOSUB_RETVAL,:,6)})
         same => n,ExecIf($["${OWN}" = ""]?Set(LOCAL(OWN)=${ARG3}))
         same => n,Gosub(try-trunks,s,1(${ARG2},${ARG4},${OWN},limited))
         same => n,GotoIf($["${TRIED}" = "final"]?refused,${REACHED},1)
         same => n,Goto(outside-peer,${ARG5},1)

        ; This node's own trunks cannot take the call: the peer's may.
        [outside-peer]
        exten => _[0-9*#+]!,1,Gosub(ask-peer,s,1(${EXTEN},outside,180))
         same => n,GotoIf($["${ASKED}" = "1" & "${HANGUPCAUSE}" = "21"]?refused,notallowed,1)
         same => n,GotoIf($["${ASKED}" = "1" & "${HANGUPCAUSE}" = "1"]?refused,unknown,1)
         same => n,ExecIf($["${REACHED}" = "unavailable"]?Set(REACHED=allbusy))
         same => n,Goto(refused,${REACHED},1)

        ; Tries trunks ARG2 in their order with number ARG1, shown as ARG3. TRIED is final where another trunk would not
        ; help. With ARG4 = limited the calls of each trunk are counted.
        [try-trunks]
        exten => s,1,Set(TRIED=)
         same => n,Set(LOCAL(NUMBER)=${FILTER(0-9*#+,${ARG1})})
         same => n,Set(REACHED=unavailable)
         same => n,Set(LOCAL(SHOWN)=${CALLERID(num)})
         same => n,Set(LOCAL(SHOWN_NAME)=${CALLERID(name)})
         same => n,Set(LOCAL(PLACE)=0)
         same => n(next),Set(LOCAL(PLACE)=$[${PLACE} + 1])
         same => n,Set(LOCAL(NAME)=${CUT(ARG2,&,${PLACE})})
         same => n,GotoIf($["${NAME}" = ""]?done)
         same => n,GotoIf($[${LEN(${PJSIP_DIAL_CONTACTS(trunk-${NAME})})} = 0]?next)
         same => n,Gosub(trunk,${NAME},1)
         same => n,Set(LOCAL(KNOWN)=${GOSUB_RETVAL})
         same => n,Set(GROUP(trunks)=trunk-${NAME})
         same => n,GotoIf($["${ARG4}" = "limited" & 0${CUT(KNOWN,:,2)} > 0 & \#
        ${GROUP_COUNT(trunk-${NAME}@trunks)} > 0${CUT(KNOWN,:,2)}]?next)
         same => n,Set(LOCAL(OWN)=${IF($["${ARG3}" != ""]?${ARG3}:${CUT(KNOWN,:,1)})})
         same => n,ExecIf($["${OWN}" != ""]?Set(CALLERID(num)=${OWN}))
         same => n,Set(CALLERID(name)=)
         same => n,Set(CDR(COMX_TRUNK)=${NAME})
         same => n,CELGenUserEvent(exit,${CALL_ID}/${NAME}/${NUMBER})
         same => n,Dial(PJSIP/${NUMBER}@trunk-${NAME},180,b(call-header^s^1))
         same => n,Gosub(outcome,s,1)
         same => n,GotoIf($["${ARG4}" != "limited"]?next)
         same => n,ExecIf($["${HANGUPCAUSE}" = "1" | "${HANGUPCAUSE}" = "28"]?Set(REACHED=unknown))
         same => n,GotoIf($["${REACHED}" = "unavailable"]?next)
         same => n,Set(TRIED=final)
         same => n(done),Set(GROUP(trunks)=)
         same => n,Set(CALLERID(num)=${SHOWN})
         same => n,Set(CALLERID(name)=${SHOWN_NAME})
         same => n,Return()

        [call-header]
        exten => s,1,Set(PJSIP_HEADER(add,X-Comxfailover-Call)=${CALL_ID})
         same => n,Return()

        ; A speed dial: ARG1 number, ARG2 whether guests may, ARG3 whether classes do not matter.
        [speed-dial]
        exten => s,1,GotoIf($["${CALLER_KIND}" != "staff" & "${ARG2}" != "1"]?refused,notallowed,1)
         same => n,Set(__ALLOWED=${ARG3})
         same => n,Set(SPEED_NUMBER=${ARG1})
         same => n,StackPop()
         same => n,Goto(numbers-dialled,${SPEED_NUMBER},1)
        """#

    /// Calls for help.
    static let help = #"""
        ; A call for help, from any phone: the site's trunks, here and at the peer, then any other.
        [help]
        exten => _[0-9*#+]!,1,UserEvent(Emergency,Number: ${EXTEN},Extension: ${CALLER},Room: ${CALLER_ROOM},\#
        CallID: ${CALL_ID},Node: ${NODE})
         same => n,ExecIf($["${CALLER}" != ""]?Set(DB(emergency/back)=${EPOCH}:${CALLER}))
         same => n,Gosub(tell-desk,s,1)
         same => n,Gosub(entry,d${CALLER},1)
         same => n,Set(OWN=${CUT(GOSUB_RETVAL,:,8)})
         same => n,ExecIf($["${OWN}" = ""]?Set(OWN=${SITE_NUMBER}))
         same => n,Gosub(try-trunks,s,1(${EXTEN},${SITE_TRUNKS},${OWN},all))
         same => n,Gosub(ask-peer,s,1(${EXTEN},site,180))
         same => n,Gosub(try-trunks,s,1(${EXTEN},${OTHER_TRUNKS},${OWN},all))
         same => n,Gosub(ask-peer,s,1(${EXTEN},any,180))
         same => n,Goto(refused,allbusy,1)

        ; The peer's call for help: by the site's trunks of this node, or by any.
        [help-peer]
        exten => site,1,Set(HELP_TRUNKS=${SITE_TRUNKS})
         same => n,Goto(try,1)
        exten => any,1,Set(HELP_TRUNKS=${SITE_TRUNKS}&${OTHER_TRUNKS})
         same => n,Goto(try,1)
        exten => try,1,ExecIf($["${CALLER}" != ""]?Set(DB(emergency/back)=${EPOCH}:${CALLER}))
         same => n,Gosub(entry,d${CALLER},1)
         same => n,Set(OWN=${CUT(GOSUB_RETVAL,:,8)})
         same => n,ExecIf($["${OWN}" = ""]?Set(OWN=${SITE_NUMBER}))
         same => n,Gosub(try-trunks,s,1(${HELP_NUMBER},${HELP_TRUNKS},${OWN},all))
         same => n,Hangup(34)

        ; A phone that is told: it rings with the room as its caller, and the room is read out.
        [notice-ring]
        exten => _[0-9]!,1,Set(CDR(COMX_CALL_ID)=${UNIQUEID})
         same => n,Set(__CALL_ID=${UNIQUEID})
         same => n,Gosub(reach,s,1(${EXTEN},120))
         same => n,Hangup(16)

        [notice]
        exten => _[0-9]!,1,Answer()
         same => n,Set(LEFT=3)
         same => n(again),Wait(1)
         same => n,SayDigits(${EXTEN})
         same => n,Set(LEFT=$[${LEFT} - 1])
         same => n,GotoIf($[${LEFT} > 0]?again)
         same => n,Hangup(16)

        ; A call back to the site's number soon after a call for help: the phone that called rings first.
        [call-back]
        exten => s,1,Set(LOCAL(BACK)=${DB(emergency/back)})
         same => n,GotoIf($["${BACK}" = "" | "${SITE_TAIL}" = ""]?done)
         same => n,GotoIf($[${EPOCH} - 0${CUT(BACK,:,1)} > ${CALL_BACK_SECONDS}]?done)
         same => n,Set(LOCAL(DIGITS)=${FILTER(0-9,${ARG1})})
         same => n,GotoIf($["${DIGITS:-7}" != "${SITE_TAIL}"]?done)
         same => n,Gosub(reach,s,1(${FILTER(0-9,${CUT(BACK,:,2)})},60))
         same => n(done),Return()
        """#

    /// The trunk between the two nodes, both ends of it.
    static let peer = #"""
        ; Sends ARG1 to the peer for the purpose ARG2, ringing ARG3 seconds: never a call that came from it.
        [ask-peer]
        exten => s,1,Set(ASKED=0)
         same => n,Set(REACHED=unavailable)
         same => n,GotoIf($["${HOP}" != "" | ${HAS_PEER} = 0]?done)
         same => n,GotoIf($[${LEN(${PJSIP_DIAL_CONTACTS(comxfailoverconnecter)})} = 0]?done)
         same => n,Set(ASKED=1)
         same => n,Set(__PURPOSE=${ARG2})
         same => n,Set(LOCAL(NUMBER)=${FILTER(0-9*#+,${ARG1})})
         same => n,Gosub(way,s,1(${NUMBER},${ARG2}))
         same => n,Dial(PJSIP/${NUMBER}@${GOSUB_RETVAL},${ARG3},b(to-peer^s^1))
         same => n,Gosub(outcome,s,1)
         same => n(done),Return()

        ; By which end of the trunk a call goes to ARG1 for the purpose ARG2. Two phones are sent to each other; the
        ; voice of anything else, which the phone at the other node may not reach, goes by way of both nodes.
        [way]
        exten => s,1,Gosub(entry,d${ARG1},1)
         same => n,Set(LOCAL(THERE)=${CUT(GOSUB_RETVAL,:,1)})
         same => n,ExecIf($["${CUT(GOSUB_RETVAL,:,7)}" != ""]?Set(LOCAL(THERE)=gateway))
         same => n,GotoIf($["${ARG2}" = "call" & 0${DIRECT_${PARTY}} = 1 & 0${DIRECT_${THERE}} = 1]?direct)
         same => n,Return(comxfailoverrelay)
         same => n(direct),Return(comxfailoverconnecter)

        ; What the other node is told with the call.
        [to-peer]
        exten => s,1,Set(PJSIP_HEADER(add,X-Comxfailover-Hop)=${NODE})
         same => n,Set(PJSIP_HEADER(add,X-Comxfailover-Call)=${CALL_ID})
         same => n,Set(PJSIP_HEADER(add,X-Comxfailover-Caller)=${CALLER})
         same => n,Set(PJSIP_HEADER(add,X-Comxfailover-Purpose)=${PURPOSE})
         same => n,GotoIf($["${PURPOSE}" = "outside"]?done)
         same => n,Gosub(watched,s,1(6))
         same => n(done),Return()

        ; What the peer asks for. Answers are causes, never voicemail or announcements: the calling node decides.
        [from-peer]
        include => any-number

        [entered-from-peer]
        exten => _[0-9*#+]!,1,Gosub(begin,peer,1)
         same => n,ExecIf($["${HOP}" = ""]?Set(__HOP=unmarked))
         same => n,GotoIf($["${HOP}" = "${NODE}"]?loop)
         same => n,GotoIf($[${DIALPLAN_EXISTS(peer-${PURPOSE},${EXTEN},1)}]?peer-${PURPOSE},${EXTEN},1)
         same => n,Hangup(1)
         same => n(loop),UserEvent(Loop,Number: ${EXTEN},CallID: ${CALL_ID})
         same => n,Hangup(25)

        [peer-call]
        exten => _[0-9]!,1,Gosub(called,s,1(${EXTEN}))
         same => n,GotoIf($["${KIND}" != "guest" & "${KIND}" != "staff"]?refused,unavailable,1)
         same => n,Gosub(reach,s,1(${EXTEN},600))
         same => n,Goto(refused,${REACHED},1)

        [peer-outside]
        exten => _[0-9*#+]!,1,Goto(outside,${EXTEN},1)

        [peer-site]
        exten => _[0-9*#+]!,1,GotoIf($[${DIALPLAN_EXISTS(emergency,${EXTEN},1)} = 0]?refused,unknown,1)
         same => n,Ringing()
         same => n,Set(HELP_NUMBER=${EXTEN})
         same => n,Goto(help-peer,site,1)

        [peer-any]
        exten => _[0-9*#+]!,1,GotoIf($[${DIALPLAN_EXISTS(emergency,${EXTEN},1)} = 0]?refused,unknown,1)
         same => n,Ringing()
         same => n,Set(HELP_NUMBER=${EXTEN})
         same => n,Goto(help-peer,any,1)

        [peer-feature]
        exten => _[0-9*#]!,1,Ringing()
         same => n,GotoIf($[${DIALPLAN_EXISTS(features,${EXTEN},1)}]?features,${EXTEN},1)
         same => n,Hangup(1)
        """#

    /// What a caller hears when it cannot be put through. A call from the peer gets a cause alone.
    static let refusals = #"""
        [refused]
        exten => busy,1,Hangup(17)
        exten => noanswer,1,GotoIf($["${FROM_PEER}" = "1"]?cause)
         same => n,Playback(${SAY_UNAVAILABLE},noanswer)
         same => n(cause),Hangup(19)
        exten => unavailable,1,GotoIf($["${FROM_PEER}" = "1"]?cause)
         same => n,Playback(${SAY_UNAVAILABLE},noanswer)
         same => n(cause),Hangup(3)
        exten => unknown,1,GotoIf($["${FROM_PEER}" = "1"]?cause)
         same => n,Playback(${SAY_UNKNOWN},noanswer)
         same => n(cause),Hangup(1)
        exten => notallowed,1,GotoIf($["${FROM_PEER}" = "1"]?cause)
         same => n,Playback(${SAY_NOT_ALLOWED},noanswer)
         same => n(cause),Hangup(21)
        exten => allbusy,1,GotoIf($["${FROM_PEER}" = "1"]?cause)
         same => n,Playback(${SAY_ALL_BUSY},noanswer)
         same => n(cause),Hangup(34)
        exten => notnow,1,GotoIf($["${FROM_PEER}" = "1" & "${CHANNEL(state)}" != "Up"]?cause)
         same => n,Playback(${SAY_NOT_NOW},noanswer)
         same => n(cause),Hangup(38)
        """#
}
