import Vocabulary

extension PJSIPText {
    /// Endpoints of the staff: each with a password of its own.
    var staff: String {
        var writer = ConfigurationWriter("phones of the staff")
        writeTemplates("staff", plan.sip.directMedia.contains(.staff), &writer) { writer in
            writer.option("context", "from-staff")
            writer.option("named_call_group", "staff")
            writer.option("named_pickup_group", "staff,guests")
        }
        for entry in plan.staff where entry.isEnabled {
            let name = ConfigurationText.name(entry.displayName, fallback: entry.number.description)
            let phone = PhoneObjects(
                number: entry.number, secret: entry.secret, phonesMax: entry.phonesMax, shownName: name,
                shownNumber: entry.number.description, boxes: entry.hasVoicemail ? ["\(entry.number)@staff"] : [],
                room: nil)
            phone.write(group: "staff", &writer)
        }
        return writer.text
    }

    /// Endpoints of guests' SIP phones. They share a password, so where they may register from is limited.
    var guests: String {
        var writer = ConfigurationWriter("phones of guests")
        writeTemplates("guest", plan.sip.directMedia.contains(.guest), &writer) { writer in
            writer.option("context", "from-guest")
            writer.option("named_call_group", "guests")
            guard !plan.sip.guestNetworks.isEmpty else { return }
            writer.option("deny", "0.0.0.0/0")
            writer.option("deny", "::/0")
            for network in plan.sip.guestNetworks { writer.option("permit", network.description) }
        }
        for entry in plan.guests where entry.isEnabled && entry.kind == .sip {
            guard let secret = entry.secret ?? plan.guestDefaults.secret else { continue }
            let room = house.rooms[entry.number]
            let shown = room?.number.description ?? entry.number.description
            let box = house.box(of: entry)
            let phone = PhoneObjects(
                number: entry.number, secret: secret, phonesMax: entry.phonesMax,
                shownName: ConfigurationText.name(entry.displayName, fallback: shown), shownNumber: shown,
                boxes: (box.map { ["\($0)@guests"] } ?? []) + ["\(room?.extensions.first ?? entry.number)@lamp"],
                room: room?.number)
            phone.write(group: "guest", &writer)
        }
        return writer.text
    }

    private func writeTemplates(
        _ group: String, _ hasDirectMedia: Bool, _ writer: inout ConfigurationWriter,
        _ special: (inout ConfigurationWriter) -> Void
    ) {
        writer.template("\(group)-auth")
        writer.option("type", "auth")
        writer.option("auth_type", "userpass")
        writer.template("\(group)-aor")
        writer.option("type", "aor")
        writer.option("remove_existing", true)
        writer.option("maximum_expiration", plan.sip.expirySeconds)
        writer.option("default_expiration", plan.sip.expirySeconds)
        writer.option("minimum_expiration", min(60, plan.sip.expirySeconds))
        writer.option("qualify_frequency", plan.sip.qualifySeconds)
        writer.option("qualify_timeout", "3.0")
        writer.template("\(group)-phone")
        writer.option("type", "endpoint")
        special(&writer)
        writer.option("subscribe_context", "hints")
        writer.option("identify_by", "username,auth_username")
        writer.option("disallow", "all")
        writer.option("allow", plan.sip.codecs.map(\.rawValue).joined(separator: ","))
        writer.option("direct_media", hasDirectMedia)
        writer.option("disable_direct_media_on_nat", true)
        writer.option("timers", false)
        writer.option("rtp_symmetric", true)
        writer.option("force_rport", true)
        writer.option("rewrite_contact", true)
        writer.option("send_pai", true)
        writer.option("language", plan.announcements.language)
    }
}
