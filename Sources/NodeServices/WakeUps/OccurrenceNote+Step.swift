import HotelLogic
import Vocabulary
import Wire

extension OccurrenceNote {
    init(_ step: RingingStep, of event: WakeUpEvent) {
        func note(_ kind: Kind, _ attempt: Int? = nil, detail: UInt64 = 0, author: String = "") -> OccurrenceNote {
            OccurrenceNote(
                kind, node: event.node, attempt: UInt16(clamping: attempt ?? 0), epoch: event.epoch, at: event.at,
                detail: detail, author: author)
        }
        switch step {
        case .claimed(let number): self = note(.claimed, number)
        case .rang(let number, let isReceipted): self = note(.rang, number, detail: isReceipted ? 1 : 0)
        case .answered(let number): self = note(.answered, number)
        case .snoozed(let number, let until):
            self = note(.snoozed, number, detail: UInt64(bitPattern: until.rawValue))
        case .failed(let number, let failure):
            self = note(.failed, number, detail: RingingReason(failure).rawValue)
        case .lapsed(let number, let node): self = note(.lapsed, number, detail: UInt64(node.number))
        case .handedOver(let reason): self = note(.handedOver, detail: RingingReason(reason).rawValue)
        case .givenUp(let reason): self = note(.givenUp, detail: RingingReason(reason).rawValue)
        case .reported:
            self = note(.reported, author: "\(event.author.way.rawValue):\(event.author.name ?? "")")
        }
    }

    /// What a later release knows beyond these reasons is taken for the most general of its kind.
    var step: RingingStep {
        let reason = RingingReason(rawValue: detail)
        return switch kind {
        case .claimed: .claimed(Int(attempt))
        case .rang: .rang(Int(attempt), isReceipted: detail == 1)
        case .answered: .answered(attempt == 0 ? nil : Int(attempt))
        case .snoozed: .snoozed(Int(attempt), until: WallTime(microseconds: Int64(bitPattern: detail)))
        case .failed: .failed(Int(attempt), reason?.failure ?? .failed)
        case .lapsed: .lapsed(Int(attempt), of: Mode(number: UInt8(clamping: detail)) ?? node)
        case .handedOver: .handedOver(reason?.handOver ?? .unable)
        case .givenUp: .givenUp(reason == .attempts ? .attempts : .late)
        case .reported: .reported
        }
    }

    var lineAuthor: Author {
        guard let colon = author.firstIndex(of: ":"), let way = Author.Way(rawValue: String(author[..<colon])) else {
            return .system
        }
        return Author(way, String(author[author.index(after: colon)...]))
    }
}

extension RingingReason {
    fileprivate init(_ failure: AttemptFailure) {
        switch failure {
        case .busy: self = .busy
        case .declined: self = .declined
        case .noAnswer: self = .noAnswer
        case .unreachable: self = .unreachable
        case .failed: self = .failed
        case .unconfirmed: self = .unconfirmed
        case .lost: self = .lost
        case .interrupted: self = .interrupted
        case .withdrawn: self = .withdrawn
        case .moved: self = .moved
        }
    }

    fileprivate init(_ reason: RingingStep.HandOver) {
        switch reason {
        case .unheard: self = .unheard
        case .unable: self = .unable
        case .stuck: self = .stuck
        }
    }

    fileprivate init(_ reason: RingingStep.GivingUp) {
        switch reason {
        case .attempts: self = .attempts
        case .late: self = .late
        }
    }

    fileprivate var failure: AttemptFailure? { AttemptFailure.allCases.first { RingingReason($0) == self } }
    fileprivate var handOver: RingingStep.HandOver? {
        RingingStep.HandOver.allCases.first { RingingReason($0) == self }
    }
}
