import HotelLogic
import Vocabulary

/// What people set for themselves, a table for each kind of fact, so that two changes of different facts both hold.
enum PersonalRows {
    /// When a row last changed: the newer of two wins.
    private static let stamp = "changed_at"

    static func rows(of entries: [PersonalEntry]) -> [TableRows] {
        [
            TableRows(
                "comxfailover.personal_forwarding", key: ["extension", "occasion"], ["is_on", "target"], stamp: stamp,
                rows: entries.flatMap { entry in
                    PersonalEntry.Occasion.allCases.compactMap { occasion in
                        entry[occasion].map {
                            [.text(entry.number), .text(occasion.rawValue), .flag($0.isOn), .text($0.target)]
                        }
                    }
                }),
            TableRows(
                "comxfailover.personal_do_not_disturb", key: ["extension"], ["is_on"], stamp: stamp,
                rows: entries.compactMap { entry in entry.doNotDisturb.map { [.text(entry.number), .flag($0)] } }),
            TableRows(
                "comxfailover.personal_voicemail_pin", key: ["extension"], ["pin"], stamp: stamp,
                rows: entries.compactMap { entry in entry.voicemailPIN.map { [.text(entry.number), .text($0)] } }),
        ]
    }

    static func read(_ session: MariaSession) throws -> [PersonalEntry] {
        var entries: [String: PersonalEntry] = [:]
        for row in try session.query("SELECT extension, occasion, is_on, target FROM comxfailover.personal_forwarding")
        {
            let number = try row.text("extension")
            let occasion = try row.choice("occasion", PersonalEntry.Occasion.self)
            entries[number, default: PersonalEntry(number: number)][occasion] = .init(
                target: try row.text("target"), isOn: try row.bool("is_on"))
        }
        for row in try session.query("SELECT extension, is_on FROM comxfailover.personal_do_not_disturb") {
            let number = try row.text("extension")
            entries[number, default: PersonalEntry(number: number)].doNotDisturb = try row.bool("is_on")
        }
        for row in try session.query("SELECT extension, pin FROM comxfailover.personal_voicemail_pin") {
            let number = try row.text("extension")
            entries[number, default: PersonalEntry(number: number)].voicemailPIN = try row.text("pin")
        }
        return Array(entries.values)
    }
}
