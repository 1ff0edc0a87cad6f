extension BuiltInTemplate {
    /// AudioCodes MediaPack MP-11x and MP-124 gateways with analog phones, in trunk mode.
    static let audiocodes = #"""
        ; {{model}} {{mac}}

        {{! Two proxies in one set, the first is tried first: for rooms the Secondary. The table's shape [unverified] }}
        [ ProxyIp ]
        FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_TransportType, ProxyIp_ProxySetId;
        {{#servers}}
        ProxyIp {{index}} = {{address}}:{{port}}, {{transport}}, 0;
        {{/servers}}
        [ \ProxyIp ]

        {{! Calls go through the proxy set. [unverified] }}
        [ SIP Params ]
        IsProxyUsed = 1
        {{! 1: OPTIONS to each proxy; without it there is no redundancy at all. [guide] }}
        EnableProxyKeepAlive = 1
        {{! Seconds between two of them; by default 60. [guide] }}
        ProxyKeepAliveTime = 10
        {{! 1, homing: back to the first proxy as soon as it answers; 0 would stay on the other. [guide] }}
        ProxyRedundancyMode = 1
        {{! 1: a call that the proxy does not take is tried at the other, after so many tries. [guide] }}
        IsProxyHotSwap = 1
        ProxyHotSwapRtx = 2
        {{! 0: no table of its own to fall back on; rooms are never called around both servers. [guide] }}
        IsFallbackUsed = 0
        {{! Trunk mode: no port registers. Both servers know this gateway by its address and hold the same table of its
            ports. [unverified] }}
        IsRegisterNeeded = 0
        {{! Seconds that a registration would hold, where an administrator turns it on, and between tries. [guide] }}
        RegistrationTime = {{expiry_seconds}}
        RegistrationRetryTime = 30
        {{! 0: no session timers; a call in progress outlives the server that set it up. [unverified] }}
        SIPSessionExpires = 0
        {{! 0 UDP, 1 TCP, 2 TLS. [unverified] }}
        SIPTransportType = {{first.transport}}
        {{! 0: no forwarding and no do-not-disturb of its own; star codes go to the server. [unverified] }}
        EnableForward = 0
        EnableDoNotDisturb = 0
        {{! 1: the message lamp, by NOTIFY without a subscription. [unverified] }}
        EnableMWI = 1
        EnableMWISubscription = 0

        {{! Codecs in order, the preferred one first. [unverified] }}
        [ CodersGroup0 ]
        FORMAT CodersGroup0_Index = CodersGroup0_Name;
        {{#codecs}}
        CodersGroup0 {{index}} = {{name}};
        {{/codecs}}
        [ \CodersGroup0 ]

        {{! Which extension is on which port: the number that it calls with and is called by. [unverified] }}
        [ TrunkGroup ]
        FORMAT TrunkGroup_Index = TrunkGroup_FirstBChannel, TrunkGroup_LastBChannel, TrunkGroup_FirstPhoneNumber;
        {{#accounts}}
        TrunkGroup {{index}} = {{line}}, {{line}}, {{extension}};
        {{/accounts}}
        [ \TrunkGroup ]

        {{! With what a port proves itself; a gateway that is known by its address has none. [unverified] }}
        [ Authentication ]
        FORMAT Authentication_Index = Authentication_UserId, Authentication_UserPassword;
        {{#accounts}}
        {{#has_password}}
        Authentication {{index}} = {{authentication_user}}, {{password}};
        {{/has_password}}
        {{/accounts}}
        [ \Authentication ]

        {{! What the callee sees of a port. [unverified] }}
        [ CallerDisplayInfo ]
        FORMAT CallerDisplayInfo_Index = CallerDisplayInfo_DisplayString, CallerDisplayInfo_IsCidRestricted;
        {{#accounts}}
        CallerDisplayInfo {{index}} = "{{display_name}}", 0;
        {{/accounts}}
        [ \CallerDisplayInfo ]

        {{! Hotline: what is dialled as soon as the receiver is lifted; only where one is set. [unverified] }}
        [ TargetOfChannel ]
        FORMAT TargetOfChannel_Index = TargetOfChannel_Destination, TargetOfChannel_Type;
        {{#accounts}}
        {{#hotline}}
        TargetOfChannel {{index}} = {{hotline}}, 1;
        {{/hotline}}
        {{/accounts}}
        [ \TargetOfChannel ]

        {{! The clock: offset of standard time in seconds, then daylight saving. [unverified] }}
        [ SYSTEM Params ]
        NTPServerUTCOffset = {{zone.offset_seconds}}
        {{#time_server}}
        NTPServerIP = {{time_server}}
        {{/time_server}}
        {{#zone.daylight}}
        {{! month:weekday/week:hour:minute, 1 is Sunday; how much is saved, in minutes. [unverified] }}
        DayLightSavingTimeEnable = 1
        DayLightSavingTimeStart = {{start.month}}:{{start.weekday_from_sunday}}/{{start.week}}:{{start.hour}}:00
        DayLightSavingTimeEnd = {{end.month}}:{{end.weekday_from_sunday}}/{{end.week}}:{{end.hour}}:00
        DayLightSavingTimeOffset = {{save_minutes}}
        {{/zone.daylight}}
        {{^zone.daylight}}
        {{! 0: no daylight saving. [unverified] }}
        DayLightSavingTimeEnable = 0
        {{/zone.daylight}}

        """#
}
