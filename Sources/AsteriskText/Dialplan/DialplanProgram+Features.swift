extension DialplanProgram {
    /// What phones ask of the house.
    ///
    /// A daemon that is dead refuses the call at once. One that is frozen takes it and never answers: so the channel is
    /// given an end before it is handed over, which the daemon moves on with each thing that it does; whoever is at the
    /// end hears that it cannot be done now.
    static let features = #"""
        ; Feature ARG1 with the digits ARG2, dialled as ARG3: done by the owner of the guest scope, wherever it is; what
        ; people set for their own extension by either node. While nobody knows the owner, here first and then there.
        ; Where the owner is gone, wake-ups are asked for here: this daemon knows whether the settings accept them.
        [feature]
        exten => s,1,GotoIf($["${ARG1}" = "voicemail"]?voicemail)
         same => n,Set(LOCAL(OWNER)=${DB(owner/guest)})
         same => n,GotoIf($["${OWNER}" = "" | "${OWNER}" = "${NODE}" | ${HAS_PEER} = 0]?here)
         same => n,GotoIf($["${ARG1:0:8}" = "forward-"]?here)
         same => n,GotoIf($["${ARG1:0:14}" = "do-not-disturb" & "${CALLER_KIND}" = "staff"]?here)
         same => n(there),GotoIf($["${WENT}" = "1"]?gone)
         same => n,Set(LOCAL(WENT)=1)
         same => n,Gosub(ask-peer,s,1(${ARG3},feature,30))
         same => n,GotoIf($["${TRIED}" != "1" & "${ARG1:-7}" = "wake-up"]?here)
         same => n(gone),Goto(refused,notnow,1)
         same => n(here),Set(LOCAL(TRIED)=1)
         same => n,GotoIf($[${EPOCH} - 0${FILTER(0-9,${DB(daemon/seen)})} > 15]?there)
         same => n,Gosub(sounds,s,1)
         same => n,Set(FEATURE_ENDING=)
         same => n,Set(AGIEXITONHANGUP=yes)
         same => n,Set(TIMEOUT(absolute)=${DAEMON_SECONDS})
         same => n,AGI(${FAST_AGI}/feature,${ARG1},${CALLER},${CALLER_ROOM},${ARG2},${CALL_ID},${FROM_PEER},${SOUNDS})
         same => n,Set(TIMEOUT(absolute)=0)
         same => n,GotoIf($["${FEATURE_ENDING}" = "desk"]?group,desk,1)
         same => n,GotoIf($["${FEATURE_ENDING}" = "voicemail"]?voicemail)
         same => n,GotoIf($["${FEATURE_ENDING}" != "done"]?late)
         same => n,Hangup(16)
         same => n(late),GotoIf($["${CHANNEL(state)}" = "Up"]?gone:there)
         same => n(voicemail),Gosub(called,s,1(${CALLER}))
         same => n,GotoIf($["${BOX}" = ""]?gone)
         same => n,Set(LOCAL(HOME)=${IF($["${KIND}" = "guest"]?secondary:primary)})
         same => n,GotoIf($["${HOME}" = "${NODE}" | "${CHANNEL(state)}" = "Up"]?mine)
         same => n,Gosub(ask-peer,s,1(${ARG3},feature,30))
         same => n(mine),Gosub(box,s,1)
         same => n,GotoIf($["${BOX_OPEN}" != "1"]?gone)
         same => n,VoiceMailMain(${BOX},s)
         same => n,Hangup(16)
        ; The end of a channel that a frozen daemon was given.
        exten => T,1,Goto(s,late)

        ; The languages of which all sounds are installed, in SOUNDS.
        [sounds]
        exten => s,1,Set(SOUNDS=en)
        """#
        + spokenLanguages.map { language in
            #"""

             same => n,Set(HAS=${STAT(d,${ASTDATADIR}/sounds/\#(language)/digits)})
             same => n,ExecIf($["${HAS}" = "1"]?Set(SOUNDS=${SOUNDS}&\#(language)))
            """#
        }.joined() + "\n same => n,Return()"

    /// Those besides English for which Asterisk's makers have a package of sounds.
    static let spokenLanguages = ["fr", "it", "ja", "ru", "es", "sv"]
}
