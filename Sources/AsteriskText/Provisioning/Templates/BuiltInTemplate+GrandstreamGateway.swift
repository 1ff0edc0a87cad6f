extension BuiltInTemplate {
    /// Grandstream HT8xx and GXW4xxx gateways with analog phones, in trunk mode.
    static let grandstreamGateway = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        {{! Parameters have numbers; those of the first profile are used. [public] }}
        <gs_provision version="1">
        <mac>{{mac}}</mac>
        <config version="1">
        {{! Primary SIP server: the one tried first, for rooms the Secondary. [guide] }}
        <P47>{{first.address}}:{{first.port}}</P47>
        {{! Failover SIP server. [guide] }}
        {{#second}}
        <P967>{{address}}:{{port}}</P967>
        {{/second}}
        {{^second}}
        <P967></P967>
        {{/second}}
        {{! Prefer primary, 1: homing, back to the first server as soon as it answers. [guide] }}
        <P4567>1</P4567>
        {{! 0 UDP, 1 TCP, 2 TLS. [public] }}
        <P130>{{first.transport}}</P130>
        {{! Trunk mode: no port registers (P31 0), calls go out all the same (P109 1). Both servers know this
            gateway by its address and hold the same table of its ports. [public] }}
        <P31>0</P31>
        <P109>1</P109>
        {{! Minutes that a registration would hold, where an administrator turns it on. [guide] }}
        <P32>{{expiry_minutes}}</P32>
        {{! Seconds before a refused registration is tried again, and after a 403, which is 1200 by default. [guide] }}
        <P138>20</P138>
        <P26002>60</P26002>
        {{! OPTIONS to the server: on, every 10 s, 3 lost in a row and the failover server is taken. [guide] }}
        <P2397>1</P2397>
        <P2398>10</P2398>
        <P2399>3</P2399>
        {{! No session timers: off (P2395), nor asked for as caller, as callee, or by force. [public] }}
        <P2395>0</P2395>
        <P262>0</P262>
        <P263>0</P263>
        <P264>0</P264>
        {{! 0: no forwarding or do-not-disturb of its own; star codes go to the server. [public] }}
        <P191>0</P191>
        {{! The message lamp comes by NOTIFY without a subscription in trunk mode. [public] }}
        <P99>0</P99>
        {{#codecs}}
        {{! Codecs in order, by their payload numbers: P57 the preferred one, then P58 and onwards. [public] }}
        <P{{codec_parameter}}>{{payload}}</P{{codec_parameter}}>
        {{/codecs}}
        {{! The zone with its daylight saving in POSIX form. [public] }}
        <P64>customize</P64>
        <P246>{{zone.posix}}</P246>
        {{#time_server}}
        {{! Where the gateway gets the time. [public] }}
        <P30>{{time_server}}</P30>
        {{/time_server}}
        {{#accounts}}
        {{! A port: the user is the extension, the authentication name the gateway's, password, name. [public] }}
        <P{{user_parameter}}>{{user}}</P{{user_parameter}}>
        <P{{authentication_parameter}}>{{authentication_user}}</P{{authentication_parameter}}>
        <P{{password_parameter}}>{{password}}</P{{password_parameter}}>
        <P{{name_parameter}}>{{display_name}}</P{{name_parameter}}>
        {{! Hotline: what is dialled as soon as the receiver is lifted; empty for an ordinary room. [public] }}
        <P{{hotline_parameter}}>{{#hotline}}{{hotline}}{{/hotline}}</P{{hotline_parameter}}>
        {{/accounts}}
        </config>
        </gs_provision>

        """#
}
