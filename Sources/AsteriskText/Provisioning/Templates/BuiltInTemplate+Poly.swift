extension BuiltInTemplate {
    /// Poly phones with UC Software: VVX, CCX, SoundPoint, Edge E.
    static let poly = #"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <PHONE_CONFIG>
        <ALL
        {{#accounts}}
            {{! The registration itself: what it is called on the phone, and what it logs in with. [public] }}
            reg.{{line}}.address="{{user}}"
            reg.{{line}}.displayName="{{display_name}}"
            reg.{{line}}.label="{{label}}"
            reg.{{line}}.auth.userId="{{user}}"
            reg.{{line}}.auth.password="{{password}}"
            {{#servers}}
            {{! Servers in order: 1 is tried first. Staff: the Primary. Rooms: the Secondary. [guide] }}
            reg.{{line}}.server.{{place}}.address="{{host}}"
            reg.{{line}}.server.{{place}}.port="{{port}}"
            {{! UDPOnly, TCPOnly or TLS. [public] }}
            reg.{{line}}.server.{{place}}.transport="{{transport}}"
            {{! Seconds that a registration holds (3600 by default), and how long before its end it renews. [guide] }}
            reg.{{line}}.server.{{place}}.expires="{{expiry_seconds}}"
            reg.{{line}}.server.{{place}}.expires.overlap="10"
            {{! Seconds that a subscription to lamps holds: short, so that it soon follows a move. [public] }}
            reg.{{line}}.server.{{place}}.subscribe.expires="{{expiry_seconds}}"
            {{! Tries before the other server is taken, and what to wait between two; 0 follows SIP. [guide] }}
            reg.{{line}}.server.{{place}}.retryMaxCount="3"
            reg.{{line}}.server.{{place}}.retryTimeOut="0"
            {{! duration: look after so many seconds whether the first server is back; 60 at least. [guide] }}
            reg.{{line}}.server.{{place}}.failOver.failBack.mode="duration"
            reg.{{line}}.server.{{place}}.failOver.failBack.timeout="{{failback_seconds}}"
            {{! 1: a silent registration already moves the phone; it registers with the other server, and speaks only
                with the one it is registered with. Successive, not concurrent. [guide] }}
            reg.{{line}}.server.{{place}}.failOver.failRegistrationOn="1"
            reg.{{line}}.server.{{place}}.failOver.reRegisterOn="1"
            reg.{{line}}.server.{{place}}.failOver.onlySignalWithRegistered="1"
            {{/servers}}
            {{! 0: features are the phone's or nobody's, never half of each. [public] }}
            reg.{{line}}.serverFeatureControl.cf="0"
            reg.{{line}}.serverFeatureControl.dnd="0"
            {{#guest}}
            {{! 0: no forwarding in the phone of a room; the servers know it, and end it with the stay. [public] }}
            divert.fwd.{{line}}.enabled="0"
            divert.busy.{{line}}.enabled="0"
            divert.noanswer.{{line}}.enabled="0"
            divert.dnd.{{line}}.enabled="0"
            {{/guest}}
        {{/accounts}}
            {{! Seconds between packets that keep NAT open; Poly has no OPTIONS of its own. [public] }}
            nat.keepalive.interval="30"
            {{! 0: no session timers; a call in progress outlives the server that set it up. [public] }}
            voIpProt.SIP.keepalive.sessionTimers="0"
            {{#guest}}
            {{! 0: the keys for do-not-disturb and forwarding are gone from a room's phone. [public] }}
            softkey.feature.doNotDisturb="0"
            softkey.feature.forward="0"
            homeScreen.doNotDisturb.enable="0"
            homeScreen.forward.enable="0"
            {{! 0: and their functions with them. [unverified] }}
            feature.doNotDisturb.enable="0"
            feature.forward.enable="0"
            {{/guest}}
            {{#codecs}}
            {{! Codecs by preference, 1 the most preferred. [public] }}
            voice.codecPref.{{name}}="{{place}}"
            {{/codecs}}
            {{! The clock: offset of standard time in seconds, then daylight saving. [public] }}
            tcpIpApp.sntp.gmtOffset="{{zone.offset_seconds}}"
            tcpIpApp.sntp.gmtOffset.overrideDHCP="1"
            {{#time_server}}
            {{! Where the phone gets the time. [public] }}
            tcpIpApp.sntp.address="{{time_server}}"
            {{/time_server}}
            {{#zone.daylight}}
            {{! By weekday: 1 is Sunday; date 1, 8, 15 or 22 begins the week in which the weekday is meant. [public] }}
            tcpIpApp.sntp.daylightSavings.enable="1"
            tcpIpApp.sntp.daylightSavings.fixedDayEnable="0"
            tcpIpApp.sntp.daylightSavings.start.month="{{start.month}}"
            tcpIpApp.sntp.daylightSavings.start.date="{{start.day}}"
            tcpIpApp.sntp.daylightSavings.start.dayOfWeek="{{start.weekday_from_sunday}}"
            tcpIpApp.sntp.daylightSavings.start.dayOfWeek.lastInMonth="{{start.last}}"
            tcpIpApp.sntp.daylightSavings.start.time="{{start.hour}}"
            tcpIpApp.sntp.daylightSavings.stop.month="{{end.month}}"
            tcpIpApp.sntp.daylightSavings.stop.date="{{end.day}}"
            tcpIpApp.sntp.daylightSavings.stop.dayOfWeek="{{end.weekday_from_sunday}}"
            tcpIpApp.sntp.daylightSavings.stop.dayOfWeek.lastInMonth="{{end.last}}"
            tcpIpApp.sntp.daylightSavings.stop.time="{{end.hour}}"
            {{/zone.daylight}}
            {{^zone.daylight}}
            {{! 0: no daylight saving. [public] }}
            tcpIpApp.sntp.daylightSavings.enable="0"
            {{/zone.daylight}}
        />
        </PHONE_CONFIG>

        """#
}
