import Vocabulary

extension PhonePlan {
    /// Every name of a template with its value, written for the family's kind of file.
    package func values() throws(ProvisioningFault) -> [TemplateName: TemplateValue] {
        var values = siteValues()
        values[.mac] = .text(device.hardwareAddress.digits)
        values[.macColons] = .text(device.hardwareAddress.withColons)
        values[.model] = .text(try words(device.model, .model))
        values[.family] = .text(family.rawValue)
        values[.staff] = .flag(device.role == .staff)
        values[.guest] = .flag(device.role == .guest)
        values[.language] = .text(try exact(site.language, .language))
        values[.timeServer] =
            try site.timeServer.map { server throws(ProvisioningFault) in
                .text(try exact(server, .timeServer))
            } ?? .flag(false)
        values[.zone] = .group(try zoneValues())
        values[.accounts] = .list(
            try each(device.accounts) { account throws(ProvisioningFault) in
                try accountValues(account)
            })
        let servers = try each(Array(servers.enumerated())) { entry throws(ProvisioningFault) in
            try serverValues(entry.element, place: entry.offset + 1)
        }
        values[.servers] = .list(servers)
        values[.first] = servers.first.map(TemplateValue.group) ?? .flag(false)
        values[.second] = servers.dropFirst().first.map(TemplateValue.group) ?? .flag(false)
        return values
    }

    private func siteValues() -> [TemplateName: TemplateValue] {
        [
            .expirySeconds: .number(site.expirySeconds),
            // Whole minutes, never none: some families count in them.
            .expiryMinutes: .number(max(1, site.expirySeconds / 60)),
            .failbackSeconds: .number(site.failbackSeconds),
            .codecs: .list(
                site.codecs.enumerated().map { entry in
                    codecValues(entry.element, place: entry.offset + 1, isLast: entry.offset == site.codecs.count - 1)
                }),
            .preferredCodec: site.codecs.first.map { .group(codecValues($0, place: 1, isLast: true)) } ?? .flag(false),
        ]
    }

    private func accountValues(
        _ account: ProvisionedAccount
    ) throws(ProvisioningFault) -> [TemplateName: TemplateValue] {
        var values: [TemplateName: TemplateValue] = [
            .line: .number(account.line), .index: .number(account.line - 1),
            .extension: .text(try exact(account.extension, .extension)),
            .displayName: .text(try words(account.displayName, .displayName)),
            .label: .text(try words(account.label, .label)),
            .user: .text(try exact(account.user, .user)),
            .authenticationUser: .text(try exact(account.authenticationUser, .authenticationUser)),
            .password: .text(try exact(account.password, .password)),
            .hasPassword: .flag(!account.password.isEmpty),
            .hotline: .flag(false),
        ]
        if let hotline = account.hotline { values[.hotline] = .text(try exact(hotline, .hotline)) }
        values.merge(Self.portParameters(line: account.line)) { $1 }
        return values
    }

    /// The numbers that Grandstream gateways give to the parameters of an analog port.
    private static func portParameters(line: Int) -> [TemplateName: TemplateValue] {
        [
            .userParameter: .number(4059 + line), .authenticationParameter: .number(4089 + line),
            .passwordParameter: .number(4119 + line), .nameParameter: .number(4179 + line),
            .hotlineParameter: .number(4209 + line),
        ]
    }

    private func serverValues(
        _ server: PhoneServer, place: Int
    ) throws(ProvisioningFault) -> [TemplateName: TemplateValue] {
        [
            .place: .number(place), .index: .number(place - 1),
            .separator: .text(place == servers.count ? "" : "|"),
            .host: .text(try exact(server.host, .host)),
            .address: .text(try exact(server.bracketedHost, .address)),
            .port: .number(Int(server.port)),
            .transport: .text(family.word(for: server.transport)),
        ]
    }

    private func codecValues(_ codec: PhoneCodec, place: Int, isLast: Bool) -> [TemplateName: TemplateValue] {
        [
            .place: .number(place), .index: .number(place - 1), .name: .text(family.word(for: codec)),
            .payload: .number(codec.payloadType), .separator: .text(isLast ? "" : ","),
            // Grandstream gateways number their codecs from P57 on.
            .codecParameter: .number(56 + place),
        ]
    }

    private func zoneValues() throws(ProvisioningFault) -> [TemplateName: TemplateValue] {
        let zone = site.timeZone
        return [
            .name: .text(try exact(zone.name, .name)), .posix: .text(try exact(zone.posix, .posix)),
            .offsetSeconds: .number(zone.offsetMinutes * 60), .offsetMinutes: .number(zone.offsetMinutes),
            .offsetQuarters: .number(zone.offsetMinutes / 15),
            .offsetHours: .text(zone.offsetHours), .offsetClock: .text(zone.offsetClock),
            .daylight: zone.daylight.map { .group(daylightValues($0)) } ?? .flag(false),
        ]
    }

    private func daylightValues(_ daylight: PhoneTimeZone.Daylight) -> [TemplateName: TemplateValue] {
        let (hours, minutes) = daylight.saveMinutes.quotientAndRemainder(dividingBy: 60)
        return [
            .saveMinutes: .number(daylight.saveMinutes),
            .saveClock: .text("\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"),
            .start: .group(changeValues(daylight.start)), .end: .group(changeValues(daylight.end)),
        ]
    }

    private func changeValues(_ change: DaylightChange) -> [TemplateName: TemplateValue] {
        [
            .month: .number(change.month), .week: .number(change.week),
            .day: .number(change.isLast ? family.lastWeekDay : change.earliestDay),
            .last: .number(change.isLast ? 1 : 0), .hour: .number(change.hour),
            .weekday: .number(change.weekday),
            .weekdayFromSunday: .number(change.weekday + 1),
            .weekdayFromMonday: .number(change.weekday == 0 ? 7 : change.weekday),
        ]
    }

    private func exact(_ text: String, _ name: TemplateName) throws(ProvisioningFault) -> String {
        try family.fileKind.escaped(text, name: name)
    }

    private func words(_ text: String, _ name: TemplateName) throws(ProvisioningFault) -> String {
        try family.fileKind.escapedWords(text, name: name)
    }

    private func each<Element, Value>(
        _ elements: [Element], _ value: (Element) throws(ProvisioningFault) -> Value
    ) throws(ProvisioningFault) -> [Value] {
        var values: [Value] = []
        for element in elements { values.append(try value(element)) }
        return values
    }
}
