import Vocabulary

/// The dialplan: what the house has, its routes, and the programs that work on them.
struct DialplanText {
    /// How long the daemon may take to begin with a call that is handed to it.
    static let daemonSeconds = 4

    let plan: TelephonyPlan
    let house: HouseDirectory

    init(_ plan: TelephonyPlan) {
        self.plan = plan
        house = HouseDirectory(plan)
    }

    var texts: [String: String] {
        [
            "extensions.conf": main, "comxfailover/extensions-house.conf": houseText,
            "comxfailover/extensions-routes.conf": routes, "comxfailover/extensions-program.conf": program,
        ]
    }

    private var main: String {
        var writer = ConfigurationWriter(
            "where the dialplan begins; your own contexts belong into extensions_local.conf")
        writer.section("general")
        writer.option("static", true)
        writer.option("writeprotect", true)
        writer.option("autofallthrough", true)
        writer.option("clearglobalvars", true)
        writer.section("globals")
        for (name, value) in globals { writer.option(name, value) }
        for part in ["house", "routes", "program"] { writer.tryInclude("comxfailover/extensions-\(part).conf") }
        writer.tryInclude("extensions_local.conf")
        return writer.text
    }

    private var program: String {
        var writer = ConfigurationWriter("what happens to calls, the same in every house")
        writer.verbatim("\n" + DialplanProgram.all)
        return writer.text
    }

    private var globals: [(String, String)] {
        let site = plan.emergency.siteNumber?.description ?? ""
        let digits = site.filter(\.isNumber)
        let trunks = plan.trunks.filter(\.isEnabled)
        let sayings = plan.announcements
        var globals = [
            (LoadExpectation.markerGlobal, RenderedFiles.generationPlace), ("NODE", plan.mode.rawValue),
            ("HAS_PEER", plan.peer == nil ? "0" : "1"), ("PROPERTY_ZONE", plan.timeZone.description),
            ("FAST_AGI", "agi://127.0.0.1:\(plan.fastAGIPort)"),
            ("DAEMON_SECONDS", String(Self.daemonSeconds)),
            ("VACANT_CLASS", String(plan.guestDefaults.vacantClassOfService)), ("SITE_NUMBER", site),
            ("SITE_TAIL", digits.count < 7 ? "" : String(digits.suffix(7))),
            ("CALL_BACK_SECONDS", String(plan.emergency.callBackMinutes * 60)),
            ("SITE_TRUNKS", Self.list(trunks.filter(\.isOnPremises).map(\.name))),
            ("OTHER_TRUNKS", Self.list(otherTrunks(trunks))), ("CLOSED_BOX", plan.voicemail.closedBox.rawValue),
            ("SAY_UNKNOWN", sayings.unknownNumber), ("SAY_UNAVAILABLE", sayings.unavailable),
            ("SAY_NOT_ALLOWED", sayings.notAllowed), ("SAY_ALL_BUSY", sayings.allBusy), ("SAY_NOT_NOW", sayings.notNow),
        ]
        for group in PhoneGroup.allCases {
            globals.append(("DIRECT_\(group.rawValue)", plan.sip.directMedia.contains(group) ? "1" : "0"))
        }
        for entry in plan.classes {
            if let minutes = entry.callMinutesMax { globals.append(("CLASS_MINUTES_\(entry.code)", String(minutes))) }
        }
        return globals.map { ($0.0, ConfigurationText.value($0.1)) }
    }

    /// Trunks that are not on the premises: those of emergency routes first.
    private func otherTrunks(_ trunks: [ProviderTrunk]) -> [TelephonyName] {
        let others = trunks.filter { !$0.isOnPremises }.map(\.name)
        let named = plan.outboundRoutes.filter { $0.category == .emergency }.flatMap(\.trunks).filter(others.contains)
        var seen: Set<TelephonyName> = []
        return (named + others).filter { seen.insert($0).inserted }
    }

    /// Names in a row, as the programs take them apart.
    static func list(_ parts: [some CustomStringConvertible]) -> String {
        parts.map { "\($0)" }.joined(separator: "&")
    }
}
