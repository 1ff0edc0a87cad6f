import Vocabulary

extension DialplanText {
    /// Numbers of the house: what each leads to, what is known of it, what classes allow.
    var houseText: String {
        var writer = ConfigurationWriter("the numbers of this house")
        writeNumbers(&writer)
        writeEmergency(&writer)
        writeServices(&writer)
        writeInside(&writer)
        writeEntries(&writer)
        writeClasses(&writer)
        writeHints(&writer)
        return writer.text
    }

    /// What phones may dial, in the order in which it is looked for: help before everything else.
    private func writeNumbers(_ writer: inout ConfigurationWriter) {
        writer.context("numbers") { writer in
            for context in ["emergency", "desk", "features", "speed-dials", "pickup", "numbers-dialled"] {
                writer.include(context: context)
            }
        }
        // Somebody else's ringing phone is taken over here; phones on the other node ring out of reach.
        writer.context("pickup") { $0.step("*8", "Pickup()") }
        writer.context("numbers-dialled") { writer in
            for context in ["emergency", "desk", "inside", plan.accessDigit == nil ? "outside" : "access", "nowhere"] {
                writer.include(context: context)
            }
        }
        writer.context("nowhere") { $0.step("_[0-9*#+]!", "Goto(refused,unknown,1)") }
        guard let digit = plan.accessDigit?.description else { return }
        writer.context("access") { $0.step("_\(digit).", "Goto(outside,${EXTEN:\(digit.utf8.count)},1)") }
    }

    private func writeEmergency(_ writer: inout ConfigurationWriter) {
        writer.context("emergency") { writer in
            var seen: Set<String> = []
            for number in plan.emergency.numbers.map(\.description) {
                let spellings = [number] + (plan.accessDigit.map { ["\($0)\(number)"] } ?? [])
                for spelling in spellings where seen.insert(spelling).inserted {
                    writer.step(spelling, "Goto(help,\(number),1)")
                }
            }
        }
        writer.context("tell-desk") { $0.verbatim(tellDesk) }
    }

    private var tellDesk: String {
        let told = plan.emergency.notified.isEmpty ? plan.desk.answering : plan.emergency.notified
        var lines = [
            "exten => s,1,Set(LOCAL(PLACE)=${IF($[\"${CALLER_ROOM}\" != \"\"]?${CALLER_ROOM}:${CALLER})})",
            " same => n,Set(LOCAL(DIGITS)=${FILTER(0-9,${PLACE})})",
            " same => n,ExecIf($[\"${DIGITS}\" = \"\"]?Set(LOCAL(DIGITS)=0))",
        ]
        for number in members(of: told) {
            lines.append(
                " same => n,Originate(Local/\(number)@notice-ring/n,exten,notice,${DIGITS},1,120,"
                    + "ac(${PLACE})n(EMERGENCY ${PLACE}))")
        }
        return (lines + [" same => n,Return()"]).joined(separator: "\n")
    }

    private func writeServices(_ writer: inout ConfigurationWriter) {
        writer.context("desk") { $0.step(plan.desk.code.description, "Goto(group,desk,1)") }
        writer.context("desk-members") { writer in
            for number in members(of: plan.desk.answering) { writer.step("d\(number)", "NoOp()") }
        }
        writer.context("features") { writer in
            for feature in plan.featureCodes { write(feature, &writer) }
        }
        writer.context("speed-dials") { writer in
            for entry in plan.speedDials {
                let flags = "\(entry.mayGuestsDial ? 1 : 0),\(entry.ignoresClass ? 1 : 0)"
                writer.step(entry.code.description, "Gosub(speed-dial,s,1(\(entry.number),\(flags)))")
            }
        }
    }

    private func write(_ feature: FeatureCode, _ writer: inout ConfigurationWriter) {
        let code = feature.code.description
        let name = feature.feature.rawValue
        writer.step(code, "Gosub(feature,s,1(\(name),,${EXTEN}))")
        guard feature.takesDigits else { return }
        writer.step("_\(code).", "Gosub(feature,s,1(\(name),${EXTEN:\(code.utf8.count)},${EXTEN}))")
    }

    private func writeInside(_ writer: inout ConfigurationWriter) {
        writer.context("inside") { writer in
            var taken: Set<String> = []
            for number in plan.staff.map(\.number) + plan.guests.map(\.number)
            where taken.insert(number.description).inserted {
                writer.step(number.description, "Goto(call,${EXTEN},1)")
            }
            for group in plan.ringGroups where taken.insert(group.number.description).inserted {
                writer.step(group.number.description, "Goto(group,${EXTEN},1)")
            }
            for room in plan.rooms where !room.extensions.isEmpty {
                let number = room.number.description
                guard number.allSatisfy(\.isNumber), taken.insert(number).inserted else { continue }
                writer.step(number, step(to: .room(room.number)))
            }
        }
    }

    private func writeHints(_ writer: inout ConfigurationWriter) {
        writer.context("hints") { writer in
            for entry in plan.staff where entry.isEnabled { writer.hint("\(entry.number)", "PJSIP/\(entry.number)") }
            for entry in plan.guests where entry.isEnabled && entry.kind == .sip {
                writer.hint("\(entry.number)", "PJSIP/\(entry.number)")
            }
        }
    }

    private func writeClasses(_ writer: inout ConfigurationWriter) {
        writer.context("class-allows") { writer in
            // A closed room (class 0), and a call from outside: everybody inside, nobody outside.
            for name in ["0", "inbound"] {
                writer.step("\(name)guest", "NoOp()")
                writer.step("\(name)staff", "NoOp()")
            }
            for entry in plan.classes {
                if entry.mayCallRooms { writer.step("\(entry.code)guest", "NoOp()") }
                if entry.mayCallStaff { writer.step("\(entry.code)staff", "NoOp()") }
                for category in CallCategory.allCases where entry.outside.contains(category) && category != .emergency {
                    writer.step("\(entry.code)\(category.rawValue)", "NoOp()")
                }
            }
        }
    }

    /// Where a destination leads.
    func step(to destination: CallDestination) -> String {
        switch destination {
        case .extension(let number): return "Goto(call,\(number),1)"
        case .ringGroup(let number): return "Goto(group,\(number),1)"
        case .desk: return "Goto(group,desk,1)"
        case .room(let number):
            let extensions = plan.rooms.first { $0.number == number }?.extensions ?? []
            guard let first = extensions.first else { return "Goto(refused,unavailable,1)" }
            return extensions.count == 1 ? "Goto(call,\(first),1)" : "Goto(group,r\(Self.roomKey(number)),1)"
        }
    }

    /// A room as the name of an entry: Asterisk passes over hyphens in numbers, so they are written otherwise.
    static func roomKey(_ room: RoomNumber) -> String { room.description.replacing("-", with: ".") }

    /// Extensions, with groups taken apart.
    func members(of numbers: [ExtensionNumber]) -> [ExtensionNumber] {
        var seen: Set<ExtensionNumber> = []
        return numbers.flatMap { number in
            plan.ringGroups.first { $0.number == number && $0.isEnabled }?.members ?? [number]
        }.filter { seen.insert($0).inserted }
    }
}
