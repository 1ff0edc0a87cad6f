import Foundation
import LabKit
import MariaStore
import Ports
import Vocabulary

/// A hotel of hundreds of rooms, a guest and a phone in each, who are all to be woken at one time. Three more rooms
/// have telephones that record what is said.
struct CrowdHotel: Sendable {
    /// The rooms, which are called as they are numbered.
    static let roomsMax = 512
    static let firstRoom = 1_001
    static let callsAtOnce = 200
    static let callsPerSecond = 20
    /// Shorter than by default, so that many rounds take not too long.
    private static let settings = """
        wake_ups:
            calls_at_once: \(callsAtOnce)
            calls_per_second: \(callsPerSecond)
            grace_seconds: 15
            ring_seconds: 15

        """
    private static let sampleRooms = ["2001": "201", "2002": "202", "2003": "203"]

    let lab: Lab
    let crowd: LabCrowd
    let sample: [LabPhone]

    /// Puts it up, everybody at home.
    static func running(_ body: (CrowdHotel) async throws -> Void) async throws {
        var options = LabOptions.rendered()
        for mode in Mode.allCases { options.settings[mode.rawValue] = settings }
        try await Lab.running(options) { lab in
            try await lab.withCrowd((0..<roomsMax).map { "\(firstRoom + $0)" }) { crowd in
                try await body(CrowdHotel(opening: lab, crowd))
            }
        }
    }

    private init(opening lab: Lab, _ crowd: LabCrowd) async throws {
        self.lab = lab
        self.crowd = crowd
        let hotel = LabHotel(lab)
        try await hotel.open()
        let last = Self.firstRoom + Self.roomsMax - 1
        try await lab.primary.node.order([
            "extensions", "add", "\(Self.firstRoom)-\(last)", "--party", "guest", "--name", "Room {}", "--room", "{}",
        ])
        for host in lab.hosts {
            try await host.node.order(["sip-settings", "edit", "--qualify-seconds", "30"])
            try await host.asterisk.awaitCommand("pjsip show endpoint \(last)", "the last room", within: .seconds(60)) {
                $0.contains("Endpoint:  \(last)")
            }
            try await hotel.awaitLoaded(host)
        }
        try await Self.fill(lab.secondary.node)
        var sample: [LabPhone] = []
        for number in Self.sampleRooms.keys.sorted() { sample.append(try await hotel.roomPhone(number)) }
        self.sample = sample
        try await awaitHome()
    }

    /// A guest in each room, as another program would write them.
    private static func fill(_ node: LabNode) async throws {
        let rooms = (0..<roomsMax).map { "\(firstRoom + $0)" } + sampleRooms.values
        _ = try await node.withDatabase { session in
            try session.transaction { session in
                try session.executeBulk(
                    "INSERT INTO comxfailover.stay (node, number, room, arrived_at, departs_on) VALUES (2, ?, ?, ?, ?)",
                    rows: rooms.enumerated().map { index, room in
                        [
                            .unsigned(UInt64(10_000 + index)), .text(room), .text("2026-01-01 15:00:00"),
                            .text("2099-01-01"),
                        ]
                    })
            }
        }
    }

    /// Waits until each phone is registered at the Secondary, and the two servers see each other.
    func awaitHome(within limit: Duration = .seconds(90)) async throws {
        let home = lab.addresses.fromPhones(.secondary)
        try await crowd.awaitRegistered(at: home, within: limit)
        for phone in sample { try await phone.awaitRegistered(at: home, within: limit) }
        try await LabHotel(lab).awaitPair(within: limit)
        for host in lab.hosts { try await host.asterisk.awaitTrunk("Avail", within: limit) }
    }

    // MARK: Wake-ups

    /// Sets a wake-up of so many rooms, and of those with telephones where that is wanted, in so many seconds.
    func wake(_ count: Int, withSample: Bool = false, after lead: Duration = .seconds(6)) async throws -> DueTime {
        let last = Self.firstRoom + count - 1
        let rooms = ["\(Self.firstRoom)-\(last)"] + (withSample ? Self.sampleRooms.values.sorted() : [])
        let due = DueTime.after(lead)
        let answer = try await lab.secondary.node.order(
            ["wakeups", "set", due.text, "--rooms", rooms.joined(separator: ",")])
        guard answer.contains("Safe on both") else { throw LabFailure.program("wakeups set", said: answer) }
        guard due.passed < .zero else { throw LabFailure.unusable("it took too long to set \(count) wake-ups") }
        return due
    }

    /// How often a node's ledger says of each room that it was answered, of the wake-ups at a time.
    ///
    /// - Parameter beside: what more a line must fulfil.
    func answered(_ due: DueTime, at mode: Mode, where beside: String = "TRUE") async throws -> [String: Int] {
        let rows = try await lab.host(mode).node.texts(
            """
            SELECT CONCAT_WS(' ', e.room, COUNT(*)) AS line FROM comxfailover.wake_up_event e
              JOIN comxfailover.wake_up_event s
                ON s.wake_up_node = e.wake_up_node AND s.wake_up_number = e.wake_up_number
                  AND s.event = 'set' AND s.ring_time = '\(due.text)'
            WHERE e.event = 'answered' AND \(beside) GROUP BY e.room
            """)
        let pairs = rows.map { $0.split(separator: " ") }
        return Dictionary(pairs.map { (String($0[0]), Int($0[1]) ?? 0) }) { $0 + $1 }
    }

    /// How long it took from each answer, as the phone saw it, until it stood in the ledger, in seconds.
    func delays(of calls: [CrowdCall], _ due: DueTime) async throws -> [Double] {
        let rows = try await lab.secondary.node.texts(
            """
            SELECT CONCAT_WS(' ', e.room, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', e.happened_at)) AS line
            FROM comxfailover.wake_up_event e
              JOIN comxfailover.wake_up_event s
                ON s.wake_up_node = e.wake_up_node AND s.wake_up_number = e.wake_up_number
                  AND s.event = 'set' AND s.ring_time = '\(due.text)'
            WHERE e.event = 'answered'
            """)
        let pairs = rows.map { $0.split(separator: " ") }
        let told = Dictionary(pairs.map { (String($0[0]), (Double($0[1]) ?? 0) / 1_000_000) }) { min($0, $1) }
        return calls.compactMap { call in
            guard let answered = call.answeredAt, let at = told[call.number] else { return nil }
            return ((at - answered.timeIntervalSince1970) * 1_000).rounded() / 1_000
        }
    }

    /// Waits until both nodes hold the same ledger, and nothing is left that is due.
    func awaitLevel() async throws {
        let ledger = """
            SELECT CONCAT_WS(' ', node, incarnation, sequence, event, room, occurrence_date, attempt) AS line
            FROM comxfailover.wake_up_event ORDER BY line
            """
        var seen: [Mode: RingingReport?] = [:]
        try await LabWaiting.until(
            "the Secondary rings, and nothing is due", within: .seconds(60), seen: { "\(seen)" }
        ) {
            for host in lab.hosts { seen[host.mode] = await host.node.status()?.ringing }
            guard let ringing = seen[.secondary] ?? nil else { return false }
            return ringing.rings && ringing.dueCount == 0 && ringing.unkeptCount == 0
        }
        try await LabWaiting.until("the same ledger on both", within: .seconds(30)) {
            try await lab.primary.node.texts(ledger) == lab.secondary.node.texts(ledger)
        }
    }
}
