extension BuiltInTemplate {
    /// Fanvil X, H and V phones.
    static let fanvil = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <sysConf>
        {{! A version above the phone's own makes it take the file. [public] }}
        <Version>2.0000000000</Version>
        <sip>
        {{! 0: each line has its own backup, not one for all. [guide] }}
        <EnableGroupBackup>0</EnableGroupBackup>
        {{! Seconds before a refused registration is tried again. [public] }}
        <RegFailInterval>30</RegFailInterval>
        {{#accounts}}
        <line index="{{line}}">
        {{! The line itself: what it is called, and what it logs in with. [public] }}
        <PhoneNumber>{{user}}</PhoneNumber>
        <DisplayName>{{display_name}}</DisplayName>
        <SipName>{{label}}</SipName>
        <RegisterUser>{{user}}</RegisterUser>
        <RegisterPswd>{{password}}</RegisterPswd>
        <EnableReg>1</EnableReg>
        {{! The server tried first. Staff: the Primary. Rooms: the Secondary. [guide] }}
        <RegisterAddr>{{first.host}}</RegisterAddr>
        <RegisterPort>{{first.port}}</RegisterPort>
        {{! Seconds that a registration holds; by default 3600. [guide] }}
        <RegisterTTL>{{expiry_seconds}}</RegisterTTL>
        {{! 0 UDP, 1 TCP, 3 TLS. [public] }}
        <Transport>{{first.transport}}</Transport>
        {{#second}}
        {{! The backup, with the same expiry. [guide] }}
        <BackupAddr>{{host}}</BackupAddr>
        <BackupPort>{{port}}</BackupPort>
        <BackupTransport>{{transport}}</BackupTransport>
        <BackupTTL>{{expiry_seconds}}</BackupTTL>
        {{! 1: register with the backup before it is used, and not at all times: successive. [guide] }}
        <BackupNeedRegOn>1</BackupNeedRegOn>
        {{! 1: back to the first server, looked for every so many seconds; by default off, and 1800. [guide] }}
        <EnableFailback>1</EnableFailback>
        <FailbackInterval>{{failback_seconds}}</FailbackInterval>
        {{! 1: a call that the server does not take moves the phone too, after so many tries. [guide] }}
        <SignalFailback>1</SignalFailback>
        {{! Its companion. [public] }}
        <SignalRetryCounts>3</SignalRetryCounts>
        {{/second}}
        {{! Keep-alive: 2 sends OPTIONS, every so many seconds. The kind [unverified], the names [public] }}
        <NATUDPUpdate>2</NATUDPUpdate>
        <UDPUpdateTTL>30</UDPUpdateTTL>
        {{! 0: no session timers; a call in progress outlives the server that set it up. [public] }}
        <SessionTimer>0</SessionTimer>
        {{! 1: the message lamp; its subscription is short, so that it soon follows a move. [public] }}
        <Subscribe>1</Subscribe>
        <SubExpire>{{expiry_seconds}}</SubExpire>
        {{! Codecs in order, the preferred one first. [public] }}
        <VoiceCodecMap>{{#codecs}}{{name}}{{separator}}{{/codecs}}</VoiceCodecMap>
        {{#guest}}
        {{! 0: no do-not-disturb and no forwarding in the phone of a room; the servers know both. [public] }}
        <EnableDND>0</EnableDND>
        <AlwaysFWD>0</AlwaysFWD>
        <BusyFWD>0</BusyFWD>
        <NoAnswerFWD>0</NoAnswerFWD>
        {{/guest}}
        {{! Hotline: what is dialled as soon as the receiver is lifted. [public] }}
        <EnableHotline>{{#hotline}}1{{/hotline}}{{^hotline}}0{{/hotline}}</EnableHotline>
        <HotlineNum>{{#hotline}}{{hotline}}{{/hotline}}</HotlineNum>
        </line>
        {{/accounts}}
        </sip>
        <phone>
        <date>
        {{! The clock: offset of standard time in quarters of an hour, 4 is UTC+1; and the zone's name. The names are
            [public], the unit is concluded from a default of 32 for UTC+8 [unverified] }}
        <TimeZone>{{zone.offset_quarters}}</TimeZone>
        <TimeZoneName>UTC{{zone.offset_hours}}</TimeZoneName>
        {{#time_server}}
        {{! Where the phone gets the time. [public] }}
        <EnableSNTP>1</EnableSNTP>
        <SNTPServer>{{time_server}}</SNTPServer>
        {{/time_server}}
        {{#zone.daylight}}
        {{! Daylight saving by weekday (0 Sunday) of the week (5 last) of a month. [public] }}
        <Enable_DST>1</Enable_DST>
        <DST_Fixed_Type>0</DST_Fixed_Type>
        <DSTType>1</DSTType>
        <DSTRuleMode>0</DSTRuleMode>
        <DSTMinOffset>{{save_minutes}}</DSTMinOffset>
        <DSTStartMon>{{start.month}}</DSTStartMon>
        <DSTStartWeek>{{start.week}}</DSTStartWeek>
        <DSTStartWday>{{start.weekday}}</DSTStartWday>
        <DSTStartHour>{{start.hour}}</DSTStartHour>
        <DSTEndMon>{{end.month}}</DSTEndMon>
        <DSTEndWeek>{{end.week}}</DSTEndWeek>
        <DSTEndWday>{{end.weekday}}</DSTEndWday>
        <DSTEndHour>{{end.hour}}</DSTEndHour>
        {{/zone.daylight}}
        {{^zone.daylight}}
        {{! 0: no daylight saving. [public] }}
        <Enable_DST>0</Enable_DST>
        {{/zone.daylight}}
        </date>
        </phone>
        </sysConf>

        """#
}
