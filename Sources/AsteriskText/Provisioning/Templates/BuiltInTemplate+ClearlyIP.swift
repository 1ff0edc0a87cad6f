extension BuiltInTemplate {
    /// ClearlyIP CIP phones. Their parameters are not published: this template says what has to be set, in plain
    /// words; an administrator puts the maker's names in their place, or leaves CIP phones to the maker's own cloud.
    static let clearlyip = #"""
        # {{model}} {{mac}}: replace the words before each = by the names of your firmware (Docs/PROVISIONING.md).
        {{#accounts}}

        {{! The account itself. [unverified] }}
        account_{{line}}_name = {{label}}
        account_{{line}}_display_name = {{display_name}}
        account_{{line}}_user = {{user}}
        account_{{line}}_password = {{password}}
        {{#servers}}
        {{! Servers in order. Staff: the Primary first. Rooms: the Secondary first. [unverified] }}
        account_{{line}}_server_{{place}}_host = {{host}}
        account_{{line}}_server_{{place}}_port = {{port}}
        account_{{line}}_server_{{place}}_transport = {{transport}}
        {{/servers}}
        {{! One registration at a time, about a minute long, and back to the first server as soon. [unverified] }}
        account_{{line}}_registration = successive
        account_{{line}}_expiry_seconds = {{expiry_seconds}}
        account_{{line}}_failback_seconds = {{failback_seconds}}
        {{! OPTIONS as keep-alive, lamps subscribed again after a move, no session timers. [unverified] }}
        account_{{line}}_keep_alive = options
        account_{{line}}_subscribe_again = yes
        account_{{line}}_session_timers = no
        {{! Codecs in order, the preferred one first. [unverified] }}
        account_{{line}}_codecs = {{#codecs}}{{name}}{{separator}}{{/codecs}}
        {{#guest}}
        {{! No do-not-disturb and no forwarding in the phone of a room. [unverified] }}
        account_{{line}}_do_not_disturb = no
        account_{{line}}_forwarding = no
        {{/guest}}
        {{/accounts}}

        {{! The clock and the language. [unverified] }}
        time_zone = {{zone.name}}
        time_zone_posix = {{zone.posix}}
        {{#time_server}}
        time_server = {{time_server}}
        {{/time_server}}
        language = {{language}}

        """#
}
