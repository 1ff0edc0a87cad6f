extension BuiltInTemplate {
    /// Yealink T, CP and W phones.
    static let yealink = #"""
        #!version:1.0.0.1
        {{! The line above makes it a configuration file; every other line is `parameter = value`. [public] }}
        {{#accounts}}

        {{! The account itself: what it is called on the phone, and what it logs in with. [public] }}
        account.{{line}}.enable = 1
        account.{{line}}.label = {{label}}
        account.{{line}}.display_name = {{display_name}}
        account.{{line}}.user_name = {{user}}
        account.{{line}}.auth_name = {{user}}
        account.{{line}}.password = {{password}}
        {{#servers}}
        {{! Servers in order: 1 is tried first. Staff: the Primary. Rooms: the Secondary. [guide] }}
        account.{{line}}.sip_server.{{place}}.address = {{host}}
        account.{{line}}.sip_server.{{place}}.port = {{port}}
        {{! 0 UDP, 1 TCP, 2 TLS. [public] }}
        account.{{line}}.sip_server.{{place}}.transport_type = {{transport}}
        {{! Seconds that a registration holds, 30 at least; by default 3600, an hour on a dead server. [guide] }}
        account.{{line}}.sip_server.{{place}}.expires = {{expiry_seconds}}
        {{! Tries before the other server is taken, 0 to 20. [guide] }}
        account.{{line}}.sip_server.{{place}}.retry_counts = 3
        {{! INVITE tries before the other server is taken. [guide] }}
        account.{{line}}.sip_server.{{place}}.invite_retry_counts = 2
        {{! 1: register with the other server before a call is sent through it. [guide] }}
        account.{{line}}.sip_server.{{place}}.register_on_enable = 1
        {{! 1: speak only with the server it is registered with. [guide] }}
        account.{{line}}.sip_server.{{place}}.only_signal_with_registered = 1
        {{! 3, duration: look so many seconds (60 at least) later, when idle, whether the first is back. [guide] }}
        account.{{line}}.sip_server.{{place}}.failback_mode = 3
        account.{{line}}.sip_server.{{place}}.failback_timeout = {{failback_seconds}}
        {{! 1: subscribe again to message lamp and busy lamps after each move; off by default. [guide] }}
        account.{{line}}.sip_server.{{place}}.failback_subscribe.enable = 1
        {{/servers}}
        {{! 1, successive: registered with one server at a time; the phone rings where it is registered. [guide] }}
        account.{{line}}.fallback.redundancy_type = 1
        {{! Seconds between two looks whether server 1 is back, 10 at least. [guide] }}
        account.{{line}}.fallback.timeout = {{failback_seconds}}
        {{! Seconds before a refused registration is tried again. [guide] }}
        account.{{line}}.reg_fail_retry_interval = 30
        {{! Keep-alive every 30 s: 2 sends OPTIONS, so that NAT stays open and a dead server shows. [public] }}
        account.{{line}}.nat.udp_update_enable = 2
        account.{{line}}.nat.udp_update_time = 30
        {{! 0: no session timers; a call in progress outlives the server that set it up. [public] }}
        account.{{line}}.session_timer.enable = 0
        {{! 1: the message lamp. [public] }}
        account.{{line}}.subscribe_mwi = 1
        {{#codecs}}
        {{! Codecs in order, the preferred one first. [public] }}
        account.{{line}}.codec.{{name}}.enable = 1
        account.{{line}}.codec.{{name}}.priority = {{place}}
        {{/codecs}}
        {{#guest}}
        {{! 0: no do-not-disturb in the phone of a room; the servers know it, and end it with the stay. [public] }}
        account.{{line}}.dnd.enable = 0
        {{! The same for forwarding, account by account. [public] }}
        account.{{line}}.always_fwd.enable = 0
        account.{{line}}.busy_fwd.enable = 0
        account.{{line}}.timeout_fwd.enable = 0
        {{/guest}}
        {{/accounts}}

        {{#guest}}
        {{! 0: the keys and menus for do-not-disturb and forwarding are gone from a room's phone. [public] }}
        features.dnd.allow = 0
        features.fwd.allow = 0
        {{/guest}}
        {{! The clock. Offset of standard time, then daylight saving by week of the month. [public] }}
        local_time.time_zone = {{zone.offset_hours}}
        {{#zone.daylight}}
        {{! 1: on, by the rule below. Type 1: month/week (5 last)/weekday (1 Monday)/hour. The names are
            [public], the order in the value [unverified] }}
        local_time.summer_time = 1
        local_time.dst_time_type = 1
        local_time.start_time = {{start.month}}/{{start.week}}/{{start.weekday_from_monday}}/{{start.hour}}
        local_time.end_time = {{end.month}}/{{end.week}}/{{end.weekday_from_monday}}/{{end.hour}}
        local_time.offset_time = {{save_minutes}}
        {{/zone.daylight}}
        {{^zone.daylight}}
        {{! 0: no daylight saving. [public] }}
        local_time.summer_time = 0
        {{/zone.daylight}}
        {{#time_server}}
        {{! Where the phone gets the time. [public] }}
        local_time.ntp_server1 = {{time_server}}
        {{/time_server}}

        """#
}
