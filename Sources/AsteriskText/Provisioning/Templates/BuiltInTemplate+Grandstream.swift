extension BuiltInTemplate {
    /// Grandstream GXP, GRP and GXV phones.
    static let grandstream = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        {{! Version 2 of the file names parameters by words instead of P-values. [public] }}
        <gs_provision version="1">
        <config version="2">
        {{#accounts}}
        {{! The account itself: what it is called on the phone, and what it logs in with. [public] }}
        <item name="account.{{line}}.enable">Yes</item>
        <item name="account.{{line}}.name">{{label}}</item>
        <item name="account.{{line}}.sip.userid">{{user}}</item>
        <item name="account.{{line}}.sip.subscriber.userid">{{user}}</item>
        <item name="account.{{line}}.sip.subscriber.password">{{password}}</item>
        <item name="account.{{line}}.sip.subscriber.name">{{display_name}}</item>
        {{#servers}}
        {{! Servers in order: 1 is tried first. Staff: the Primary. Rooms: the Secondary. [guide] }}
        <item name="account.{{line}}.sip.server.{{place}}.address">{{address}}:{{port}}</item>
        {{/servers}}
        {{! A plain address, not SRV: the order is the one above. [guide] }}
        <item name="account.{{line}}.network.dnsMode">ARecord</item>
        {{! Yes: back to server 1 as soon as it answers. Gateways call it P4567; this name is [unverified] }}
        <item name="account.{{line}}.sip.preferPrimaryServer">Yes</item>
        {{! UDP, TCP or TLS. [public] }}
        <item name="account.{{line}}.sip.transport">{{first.transport}}</item>
        {{! Registered with one server at a time. [public] }}
        <item name="account.{{line}}.sip.registration">Yes</item>
        {{! Minutes that a registration holds; by default 60. [guide] }}
        <item name="account.{{line}}.sip.registerExpiration">{{expiry_minutes}}</item>
        {{! Minutes that a subscription to lamps holds: short, since none is renewed when the phone moves. [public] }}
        <item name="account.{{line}}.sip.subscribe.expiration">{{expiry_minutes}}</item>
        {{! OPTIONS to the server: 3 lost in a row and the other one is taken, 30 s instead of 90. [guide] }}
        <item name="account.{{line}}.sip.keepAlive.enable">Yes</item>
        <item name="account.{{line}}.sip.keepAlive.interval">10</item>
        <item name="account.{{line}}.sip.keepAlive.maxLost">3</item>
        {{! The message lamp. [public] }}
        <item name="account.{{line}}.sip.subscribe.forMwi">Yes</item>
        {{! No session timers; a call in progress outlives the server that set it up. [public] }}
        <item name="account.{{line}}.sip.sessionTimer.enable">No</item>
        <item name="account.{{line}}.sip.sessionTimer.force">No</item>
        {{#codecs}}
        {{! Codecs in order, the preferred one first. [public] }}
        <item name="account.{{line}}.codec.choice.{{place}}">{{name}}</item>
        {{/codecs}}
        {{#guest}}
        {{! No: forwarding and other features of the phone itself are off in a room. [public] }}
        <item name="account.{{line}}.featureCodes.callFeatures">No</item>
        {{/guest}}
        {{/accounts}}
        {{#guest}}
        {{! No: a room's phone has no do-not-disturb of its own. [public] }}
        <item name="call.dnd.enable">No</item>
        {{/guest}}
        {{! The zone with its daylight saving in POSIX form, allowed by "customize". [public] }}
        <item name="dateTime.timezone">customize</item>
        <item name="dateTime.timezone.custom">{{zone.posix}}</item>
        {{#time_server}}
        {{! Where the phone gets the time. [public] }}
        <item name="dateTime.ntp.server.1">{{time_server}}</item>
        {{/time_server}}
        {{! The language of the menus. [public] }}
        <item name="language.gui">{{language}}</item>
        </config>
        </gs_provision>

        """#
}
