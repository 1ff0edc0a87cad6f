import HotelLogic
import Ports
import Vocabulary

/// What a body asks for, as the desk takes it; what is wrong with it is one line.
extension WakeUpBody {
    private static let limits = WakeUpLimits()

    func setting(today: CalendarDate) throws -> WakeUpRequest {
        .set(
            try roomNumbers(),
            WakeUpWish(
                at: try timesOfDay(), try wakeUpDays(today: today) ?? .next, number: try extensionNumber(),
                language: language))
    }

    func changing(_ id: WakeUpID, today: CalendarDate) throws -> WakeUpRequest {
        let times = try timesOfDay()
        guard times.count <= 1 else { throw ConsoleFailure.invalid("a wake-up has one time; \(times.count) are named") }
        let days = try wakeUpDays(today: today)
        guard !times.isEmpty || days != nil else { throw ConsoleFailure.invalid("name another time, or other days") }
        return .change(id, time: times.first, days: days)
    }

    /// All wake-ups of a room, or those of one time.
    func cancelling(today: CalendarDate) throws -> WakeUpRequest {
        let rooms = try roomNumbers()
        guard rooms.count == 1, let room = rooms.first else {
            throw ConsoleFailure.invalid("wake-ups of one room are cancelled at once; \(rooms.count) are named")
        }
        let times = try timesOfDay()
        let days = try (self.days ?? []).map { try Self.day($0, today: today) }
        guard let time = times.first else {
            guard days.isEmpty else { throw ConsoleFailure.invalid("with a day, name the time as well") }
            return .cancelAll(room)
        }
        guard times.count == 1, days.count <= 1 else {
            throw ConsoleFailure.invalid("name one time and at most one day")
        }
        return .cancelAt(room, time, on: days.first)
    }

    private func roomNumbers() throws -> [RoomNumber] {
        do throws(FieldFault) {
            return try FieldText("rooms", rooms ?? "").rooms(countMax: Self.limits.roomsPerRequest)
        } catch {
            throw ConsoleFailure.invalid(error.line)
        }
    }

    private func extensionNumber() throws -> ExtensionNumber? {
        do throws(TelephonyFault) {
            guard let number else { return nil }
            return try ExtensionNumber(number)
        } catch {
            throw ConsoleFailure.invalid(error.description)
        }
    }

    private func timesOfDay() throws -> [TimeOfDay] {
        try (times ?? []).map { text in
            do throws(TimeFault) { return try TimeOfDay(text) } catch {
                throw ConsoleFailure.invalid(error.description)
            }
        }
    }

    /// nil where no day is named.
    private func wakeUpDays(today: CalendarDate) throws -> WakeUpDays? {
        let days = try (self.days ?? []).map { try Self.day($0, today: today) }
        guard isDaily == true else {
            guard from == nil, until == nil else { throw ConsoleFailure.invalid("from and until are of daily ones") }
            return self.days.map { _ in .on(days) }
        }
        guard days.isEmpty else { throw ConsoleFailure.invalid("either daily, or on certain days") }
        return .daily(
            from: try from.map { try Self.day($0, today: today) },
            through: try until.map { try Self.day($0, today: today) })
    }

    static func day(_ text: String, today: CalendarDate) throws -> CalendarDate {
        do throws(TimeFault) {
            return try CalendarDate(saying: text, today: today)
        } catch {
            throw ConsoleFailure.invalid("\(error), nor `today` or `tomorrow`")
        }
    }
}
