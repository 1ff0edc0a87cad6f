import Vocabulary

/// A leg of a call that is over, as it is kept: every text fits its column.
package struct CallEntry: Sendable, Hashable {
    /// Between whom.
    package enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
        case `internal`
        case inbound
        case outbound
        /// Between the two nodes.
        case peer
    }

    /// What became of it.
    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        case answered
        case busy
        case noAnswer = "no-answer"
        case refused
        case failed
        /// Its server died meanwhile: for review.
        case interrupted
    }

    /// Asterisk's names of the leg, the same whenever it is read: the channel's unique id and the record's number.
    package struct Leg: Sendable, Hashable {
        package static let lengthMax = 100

        package let uniqueID: String
        package let number: String

        package init(uniqueID: String, number: String) {
            self.uniqueID = uniqueID.plain(Self.lengthMax - 20)
            self.number = number.plain(19)
        }

        /// As it is kept.
        package var text: String { "\(uniqueID)#\(number)" }
    }

    package let leg: Leg
    /// The same for all legs of the call, on both nodes.
    package let callID: String
    package let direction: Direction
    package let calling: String
    package let dialled: String
    package let called: String
    package let room: String?
    package let trunk: String?
    package let startedAt: WallTime
    package let answeredAt: WallTime?
    package let endedAt: WallTime
    package let outcome: Outcome
    package let accountCode: String?

    package init(
        leg: Leg, callID: String, direction: Direction, calling: String, dialled: String, called: String,
        room: String? = nil, trunk: String? = nil, startedAt: WallTime, answeredAt: WallTime?, endedAt: WallTime,
        outcome: Outcome, accountCode: String? = nil
    ) {
        self.leg = leg
        self.callID = callID.plain(64)
        self.direction = direction
        self.calling = calling.cut(40)
        self.dialled = dialled.cut(40)
        self.called = called.cut(40)
        self.room = room?.plain(16).unlessEmpty
        self.trunk = trunk?.cut(60).unlessEmpty
        self.startedAt = startedAt
        self.answeredAt = answeredAt.map { max($0, startedAt) }
        self.endedAt = max(endedAt, self.answeredAt ?? startedAt)
        self.outcome = outcome
        self.accountCode = accountCode?.cut(20).unlessEmpty
    }

    /// From the start to the answer or the end.
    package var ringing: Duration { (answeredAt ?? endedAt) - startedAt }

    /// From the answer to the end.
    package var talking: Duration { answeredAt.map { endedAt - $0 } ?? .zero }
}

extension String {
    /// At most so many characters, without those that cannot be seen.
    fileprivate func cut(_ count: Int) -> String {
        var text = ""
        text.unicodeScalars.append(
            contentsOf: unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(count))
        return text
    }

    /// At most so many characters of ASCII; others become a question mark.
    fileprivate func plain(_ count: Int) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: unicodeScalars.prefix(count).map { $0.isASCII ? $0 : "?" })
        return text.cut(count)
    }

    fileprivate var unlessEmpty: String? { isEmpty ? nil : self }
}
