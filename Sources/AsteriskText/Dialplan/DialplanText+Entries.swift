import Vocabulary

extension DialplanText {
    /// The directory: one line for each number, which the programs ask for what is known of it.
    ///
    /// An extension: kind, room, class, ring seconds, box, number outside, gateway, number for emergency calls.
    /// A group: `group`, strategy, ring seconds, members, overflow.
    func writeEntries(_ writer: inout ConfigurationWriter) {
        writer.section("entry")
        var taken: Set<ExtensionNumber> = []
        for entry in plan.staff where taken.insert(entry.number).inserted { write(entry, &writer) }
        for entry in plan.guests where taken.insert(entry.number).inserted { write(entry, &writer) }
        for group in plan.ringGroups where taken.insert(group.number).inserted {
            let overflow = group.overflow?.description ?? "desk"
            let kind = group.isEnabled ? "group" : "off"
            write(
                "d\(group.number)",
                [
                    kind, group.strategy.rawValue, String(group.ringSeconds), Self.list(group.members), overflow,
                ], &writer)
        }
        let desk = members(of: plan.desk.answering)
        write("ddesk", ["group", "together", String(plan.desk.ringSeconds), Self.list(desk), ""], &writer)
        for room in plan.rooms where room.extensions.count > 1 {
            write(
                "dr\(Self.roomKey(room.number))",
                [
                    "group", "together", String(plan.guestDefaults.ringSeconds), Self.list(room.extensions),
                    "m\(room.extensions[0])",
                ], &writer)
        }
        // Whatever is not known: no kind, no class, nothing allowed.
        writer.step("_d!", "Return()")
    }

    private func write(_ entry: StaffExtension, _ writer: inout ConfigurationWriter) {
        write(
            "d\(entry.number)",
            [
                entry.isEnabled ? "staff" : "off", "", String(entry.classOfService), String(entry.ringSeconds),
                entry.hasVoicemail ? "\(entry.number)@staff" : "", entry.callerNumber?.description ?? "", "",
                entry.emergencyNumber?.description ?? "",
            ], &writer)
    }

    private func write(_ entry: GuestExtension, _ writer: inout ConfigurationWriter) {
        let room = house.rooms[entry.number]
        let gateway = entry.kind == .analog ? house.gateways[entry.number] : nil
        let box = house.box(of: entry)
        write(
            "d\(entry.number)",
            [
                entry.isEnabled ? "guest" : "off", room?.number.description ?? "",
                entry.classOfService.map(String.init) ?? "",
                String(entry.ringSeconds ?? plan.guestDefaults.ringSeconds),
                box.map { "\($0)@guests" } ?? "", entry.callerNumber?.description ?? "",
                gateway?.name.description ?? "", "",
            ], &writer)
    }

    private func write(_ name: String, _ fields: [String], _ writer: inout ConfigurationWriter) {
        writer.step(name, "Return(\(fields.joined(separator: ":")))")
    }
}
