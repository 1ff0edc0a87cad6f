import Vocabulary

extension DialplanText {
    /// Calls from providers and to them: each node has its own.
    var routes: String {
        var writer = ConfigurationWriter("trunks and routes of this node")
        let trunks = plan.trunks.filter(\.isEnabled)
        writer.context("trunk") { writer in
            for trunk in trunks {
                let fields = [trunk.callerNumber?.description ?? "", trunk.callsMax.map(String.init) ?? "0"]
                writer.step("\(trunk.name)", "Return(\(fields.joined(separator: ":")))")
            }
        }
        writeOutbound(Set(trunks.map(\.name)), &writer)
        for trunk in trunks { writeInbound(trunk, &writer) }
        for route in plan.inboundRoutes {
            writer.context("arrive-\(route.name)") { writer in
                // Some providers call no number at all.
                let numbers = route.numbers.isEmpty ? ["_[0-9*#+]!", "s"] : route.numbers.map(Self.number)
                for number in numbers { writer.step(number, step(to: route.destination)) }
            }
        }
        return writer.text
    }

    private func writeOutbound(_ trunks: Set<TelephonyName>, _ writer: inout ConfigurationWriter) {
        let routes = plan.outboundRoutes.filter { $0.category != .emergency }
        writer.context("outside") { writer in
            for route in routes { writer.include(context: "route-\(route.name)") }
            writer.include(context: "outside-else")
        }
        writer.context("outside-else") { $0.step("_[0-9*#+]!", "Goto(outside-peer,${EXTEN},1)") }
        for route in routes {
            let number =
                (route.prepend?.description ?? "") + (route.strip == 0 ? "${EXTEN}" : "${EXTEN:\(route.strip)}")
            let list = Self.list(route.trunks.filter(trunks.contains))
            let words = [route.category.rawValue, number, route.callerNumber?.description ?? "", list, "${EXTEN}"]
            writer.context("route-\(route.name)") { writer in
                for pattern in route.patterns.isEmpty ? ["_[0-9*#+]!"] : route.patterns.map(Self.number) {
                    writer.step(pattern, "Gosub(leave,s,1(\(words.joined(separator: ","))))")
                }
            }
        }
    }

    private func writeInbound(_ trunk: ProviderTrunk, _ writer: inout ConfigurationWriter) {
        writer.section("entered-from-provider-\(trunk.name)")
        writer.verbatim(
            """
            exten => _[0-9*#+]!,1,Set(__TRUNK_IN=\(trunk.name))
             same => n,Gosub(begin,provider,1)
             same => n,Gosub(call-back,s,1(${EXTEN}))
             same => n,Goto(arrive-by-\(trunk.name),${EXTEN},1)
            """)
        writer.section("from-provider-\(trunk.name)")
        writer.include(context: "any-number")
        writer.verbatim(
            """
            exten => s,1,Set(__TRUNK_IN=\(trunk.name))
             same => n,Gosub(begin,provider,1)
             same => n,Goto(arrive-by-\(trunk.name),s,1)
            """)
        writer.context("arrive-by-\(trunk.name)") { writer in
            for route in plan.inboundRoutes where route.trunk == nil || route.trunk == trunk.name {
                writer.include(context: "arrive-\(route.name)")
            }
            writer.include(context: "arrive-nowhere-\(trunk.name)")
        }
        writer.context("arrive-nowhere-\(trunk.name)") { writer in
            for number in ["_[0-9*#+]!", "s"] { writer.step(number, "Hangup(1)") }
        }
    }

    /// A pattern as the dialplan writes it.
    static func number(_ pattern: DialPattern) -> String {
        pattern.isPlain ? pattern.description : "_\(pattern)"
    }
}
