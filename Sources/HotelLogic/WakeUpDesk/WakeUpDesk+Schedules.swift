import Vocabulary

extension WakeUpDesk {
    /// The schedules that a wish comes to, or what is wrong with it.
    func schedules(
        _ times: [TimeOfDay], _ days: WakeUpDays, _ author: Author, _ now: WallTime
    ) -> (schedules: [WakeUpSchedule], faults: [WakeUpFault]) {
        var schedules: [WakeUpSchedule] = []
        var faults: [WakeUpFault] = []
        for time in Set(times).sorted() {
            switch days {
            case .next: schedules.append(WakeUpSchedule(time, on: nextDay(of: time, after: now)))
            case .on(let dates):
                for date in Set(dates).sorted() {
                    take(once(time, date, author, now), &schedules, &faults)
                }
            case .daily(let first, let last): take(daily(time, first, last, now), &schedules, &faults)
            }
        }
        return (schedules, faults)
    }

    /// What is to be told of a schedule.
    func notes(on schedule: WakeUpSchedule, in room: RoomNumber, _ now: WallTime) -> [WakeUpNote] {
        var notes: [WakeUpNote] = []
        if schedule.moment(on: schedule.first, in: zone, askedAt: now).at <= now { notes.append(.ringsAtOnce) }
        let days = (schedule.first.dayNumber...schedule.last.dayNumber).lazy.map { CalendarDate(dayNumber: $0) }
        for day in days {
            let time = LocalTime(day, schedule.time)
            let moment = schedule.moment(on: day, in: zone, askedAt: now)
            switch moment.reading {
            case .once: continue
            case .skipped(let shown): notes.append(.skipped(time, shown: shown))
            case .twice: notes.append(.twice(time, ringsSecond: moment.at > zone.moment(of: time).at))
            }
        }
        if let departure = house.rooms[room]?.departsOn, schedule.first > departure {
            notes.append(.afterDeparture(departure))
        }
        return notes
    }

    private func take(
        _ result: Result<WakeUpSchedule, WakeUpRefusal>, _ schedules: inout [WakeUpSchedule],
        _ faults: inout [WakeUpFault]
    ) {
        switch result {
        case .success(let schedule): schedules.append(schedule)
        case .failure(let refusal): faults += refusal.reasons
        }
    }

    private func once(
        _ time: TimeOfDay, _ date: CalendarDate, _ author: Author, _ now: WallTime
    ) -> Result<WakeUpSchedule, WakeUpRefusal> {
        let tolerance = author.way == .pms ? limits.latenessFromManagementSystem : .zero
        let schedule = WakeUpSchedule(time, on: date)
        guard now - schedule.moment(on: date, in: zone, askedAt: now).at < tolerance else {
            return .failure(WakeUpRefusal([.over(LocalTime(date, time), now: zone.localTime(at: now))]))
        }
        return within(schedule, now)
    }

    private func daily(
        _ time: TimeOfDay, _ first: CalendarDate?, _ last: CalendarDate?, _ now: WallTime
    ) -> Result<WakeUpSchedule, WakeUpRefusal> {
        let next = nextDay(of: time, after: now)
        let begin = max(first ?? next, next)
        if let first, let last, last < first {
            return .failure(WakeUpRefusal([.endsBeforeItBegins(first, last)]))
        }
        guard last.map({ $0 >= begin }) ?? true else {
            return .failure(WakeUpRefusal([.over(LocalTime(last ?? begin, time), now: zone.localTime(at: now))]))
        }
        return within(
            WakeUpSchedule(time, from: begin, through: last ?? begin.adding(days: limits.daysAhead - 1)), now)
    }

    private func within(_ schedule: WakeUpSchedule, _ now: WallTime) -> Result<WakeUpSchedule, WakeUpRefusal> {
        let today = zone.localTime(at: now).date
        if schedule.first.dayNumber - today.dayNumber > limits.daysAhead {
            return .failure(WakeUpRefusal([.tooFar(schedule.first, daysMax: limits.daysAhead)]))
        }
        if schedule.last.dayNumber - schedule.first.dayNumber > limits.daysAhead {
            return .failure(WakeUpRefusal([.tooFar(schedule.last, daysMax: limits.daysAhead)]))
        }
        return .success(schedule)
    }

    private func isToCome(_ time: TimeOfDay, _ date: CalendarDate, _ now: WallTime) -> Bool {
        WakeUpSchedule(time, on: date).moment(on: date, in: zone, askedAt: now).at > now
    }

    /// The day on which the clock shows the time next.
    private func nextDay(of time: TimeOfDay, after now: WallTime) -> CalendarDate {
        var date = zone.localTime(at: now).date
        while !isToCome(time, date, now), date < CalendarDate.last { date = date.adding(days: 1) }
        return date
    }
}
