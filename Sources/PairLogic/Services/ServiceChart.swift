import Vocabulary

/// Which service runs where: one row for each, and nothing else decides it.
package enum ServiceChart {
    private static let rows: [(service: HotelService, rule: ServiceRule)] = [
        (.staffExtensions, .phones(first: .primary)),
        (.guestExtensions, .phones(first: .secondary)),
        (.callsBetween, .acrossTrunk),
        (.telephonySettings, .eachNode("never copied")),
        (.managementLinks, .exclusive(.guest, otherwise: "the PMS queues")),
        (.stays, .owner(.guest, otherwise: "changes are refused, the last copy can be read")),
        (.wakeUpsSet, .owner(.guest, otherwise: "new ones are refused")),
        (.wakeUpsRing, .ownerOrAble(.guest)),
        (.personalSettings, .wherePhonesAre("one fact for each row, the newest wins")),
        (.callRecords, .wherePhonesAre("each node keeps those of its calls and sends them to the other")),
        (.callStream, .exclusive(.configuration, otherwise: "each node keeps its records until they are read")),
        (.callAccounting, .owner(.configuration, otherwise: "charges wait")),
        (.dashboards, .ownerOrCopy(.configuration, otherwise: "read-only")),
        (.consoles, .owner(.guest, otherwise: "they connect anew after a takeover")),
        (.voicemail, .wherePhonesAre("a message taken away from its box's home is delivered there")),
        (.recordings, .ownerOrCopy(.configuration, otherwise: "played, not changed")),
        (.failoverSettings, .eachNode("never copied")),
        (.replicatedItems, .owner(.configuration, otherwise: "the choice stays as it is")),
    ]

    /// The whole chart as it stands now, in the order in which it is read.
    package static func lines(in view: PairView) -> [ServiceLine] {
        rows.map { line(of: $0.service, by: $0.rule, in: view) }
    }

    package static func line(of service: HotelService, in view: PairView) -> ServiceLine {
        line(of: service, by: rule(of: service), in: view)
    }

    /// What changes its place from one view to another: what an operator is told before anything is done.
    package static func moves(from old: PairView, to new: PairView) -> [ServiceMove] {
        zip(lines(in: old), lines(in: new)).filter { $0.now != $1.now }.map {
            ServiceMove(service: $0.service, from: $0.now, to: $1.now, why: $1.why)
        }
    }

    package static func rule(of service: HotelService) -> ServiceRule {
        guard let row = rows.first(where: { $0.service == service }) else {
            preconditionFailure("\(service) has no row in the chart")
        }
        return row.rule
    }

    private static func line(of service: HotelService, by rule: ServiceRule, in view: PairView) -> ServiceLine {
        let placing = rule.placing(in: view)
        return ServiceLine(service: service, now: placing.now, should: placing.should, why: placing.why)
    }
}
