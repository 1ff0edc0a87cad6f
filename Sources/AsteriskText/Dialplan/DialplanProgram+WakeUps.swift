extension DialplanProgram {
    /// The way to a phone that a guest is to be woken by, here or at the peer. Do-not-disturb and forwarding are passed
    /// by, and nothing but a person takes the call.
    static let wakeUpWay = #"""
        ; A leg of a wake-up call, to one number. What becomes of it is written down for a daemon that does not hear it.
        [wake-up-ring]
        exten => _[0-9]!,1,Set(CDR(COMX_CALL_ID)=${WAKE_CALL})
         same => n,Set(__CALL_ID=${WAKE_CALL})
         same => n,Gosub(reach,s,1(${EXTEN},${WAKE_RING}))
         same => n,ExecIf($["${REACHED}" = "busy" & "${HANGUPCAUSE}" = "21"]?Set(REACHED=declined))
         same => n,Set(DB(wake-up/${WAKE_CALL})=${REACHED})
         same => n,Goto(wake-up-cause,${REACHED},1)
        """#

    /// What whoever takes a wake-up call hears, and the keys that they press. The daemon makes the calls and gives them
    /// their variables; once a phone rings nothing waits for it.
    static let wakeUps = #"""
        ; How a leg that nobody took ends: the cause tells the daemon why.
        [wake-up-cause]
        exten => busy,1,Hangup(17)
        exten => declined,1,Hangup(21)
        exten => noanswer,1,Hangup(19)
        exten => unavailable,1,Hangup(3)

        ; The guest has taken the call.
        [wake-up]
        exten => call,1,Set(DB(wake-up/${WAKE_CALL})=answered)
         same => n,UserEvent(WakeUp,Call: ${WAKE_CALL},Word: answered)
         same => n,Answer()
         same => n,GotoIf($["${WAKE_LANGUAGE}" = ""]?speak)
         same => n,Set(SOUNDS=${STAT(d,${ASTDATADIR}/sounds/${WAKE_LANGUAGE}/digits)})
         same => n,ExecIf($["${SOUNDS}" = "1"]?Set(CHANNEL(language)=${WAKE_LANGUAGE}))
         same => n(speak),Set(CLOCK=${IF($["${CHANNEL(language):0:2}" = "en"]?IMp:kM)})
         same => n,Set(SAY_DTMF_INTERRUPT=true)
         same => n,Set(LEFT=3)
         same => n,Wait(1)
         same => n(again),Background(this-is-yr-wakeup-call)
         same => n,ExecIf($["${BACKGROUNDSTATUS}" = "FAILED"]?Background(at-tone-time-exactly))
         same => n,SayUnixTime(${EPOCH},${WAKE_ZONE},${CLOCK},j)
         same => n,Background(beep)
         same => n,GotoIf($["${WAKE_CONFIRM}" = ""]?keys)
         same => n,Background(vm-press)
         same => n,Background(digits/${WAKE_CONFIRM})
         same => n(keys),Set(PLACE=0)
         same => n(key),Set(PLACE=$[${PLACE} + 1])
         same => n,Set(KEY=${CUT(WAKE_KEYS,&,${PLACE})})
         same => n,GotoIf($["${KEY}" = ""]?listen)
         same => n,Background(vm-press)
         same => n,Background(digits/${KEY})
         same => n,Background(for)
         same => n,SayNumber(${WAKE_KEY_${KEY}})
         same => n,Background(minutes)
         same => n,Goto(key)
         same => n(listen),WaitExten(4)
         same => n,Set(LEFT=$[${LEFT} - 1])
         same => n,GotoIf($[${LEFT} > 0]?again)
         same => n,Hangup(16)
        exten => _[0-9],1,GotoIf($["${EXTEN}" != "${WAKE_CONFIRM}" & "${WAKE_KEY_${EXTEN}}" = ""]?call,again)
         same => n,Set(DB(wake-up/${WAKE_CALL})=answered:${EXTEN}:${EPOCH})
         same => n,UserEvent(WakeUp,Call: ${WAKE_CALL},Word: answered:${EXTEN}:${EPOCH})
         same => n,Playback(auth-thankyou)
         same => n,Hangup(16)

        ; Somebody at the desk has taken the call: which rooms nobody was woken in, until a key is pressed.
        [wake-up-desk]
        exten => call,1,Answer()
         same => n,Set(SAY_DTMF_INTERRUPT=true)
         same => n,Set(LEFT=5)
         same => n,Set(HEARD=0)
         same => n,Wait(1)
         same => n(again),Background(this-is-yr-wakeup-call)
         same => n,ExecIf($["${BACKGROUNDSTATUS}" = "FAILED"]?Background(beep))
         same => n,Set(PLACE=0)
         same => n(room),Set(PLACE=$[${PLACE} + 1])
         same => n,Set(ROOM=${CUT(WAKE_ROOMS,&,${PLACE})})
         same => n,GotoIf($["${ROOM}" = ""]?listen)
         same => n,SayAlpha(${ROOM})
         same => n,ExecIf($[${PLACE} > ${HEARD}]?Set(HEARD=${PLACE}))
         same => n,WaitExten(1)
         same => n,Goto(room)
         same => n(listen),Background(vm-press)
         same => n,Background(digits/1)
         same => n,WaitExten(5)
         same => n,Set(LEFT=$[${LEFT} - 1])
         same => n,GotoIf($[${LEFT} > 0]?again)
         same => n,Hangup(16)
        ; A key tells that the rooms read out until then were heard, so one that comes too early tells nothing.
        exten => _[0-9],1,GotoIf($[${HEARD} = 0]?call,again)
         same => n,Set(DB(wake-up/${WAKE_CALL})=answered:${EXTEN}:${EPOCH}:${HEARD})
         same => n,UserEvent(WakeUp,Call: ${WAKE_CALL},Word: answered:${EXTEN}:${EPOCH}:${HEARD})
         same => n,Playback(auth-thankyou)
         same => n,Hangup(16)
        """#
}
