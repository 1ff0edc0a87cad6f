import HotelLogic
import Ports
import Vocabulary

/// Does what menus ask for: guests by their desk, people's own settings by the telephony configuration.
package struct MenuDesk: MenuDeskPort {
    private let guests: any GuestConsolePort
    private let telephony: any TelephonyConsolePort

    package init(guests: any GuestConsolePort, telephony: any TelephonyConsolePort) {
        self.guests = guests
        self.telephony = telephony
    }

    package func language(of caller: MenuCaller) async -> String? {
        guard let room = caller.room else { return nil }
        return try? await guests.stays(in: room).lines.last?.guests.first?.language
    }

    package func answer(_ request: MenuRequest, of caller: MenuCaller) async -> MenuAnswer {
        do throws(GuestFailure) {
            switch request {
            case .wakeUps: return .wakeUps(try await wakeUps(in: try Self.room(of: caller)))
            case .setWakeUp(let time): return try await set(time, try Self.room(of: caller), caller)
            case .cancelWakeUp(let id):
                let receipt = try await guests.change(.cancel(id), by: Self.author(caller))
                return .cancelled(receipt.lines.count)
            case .cancelAllWakeUps: return .cancelled(try await cancelAll(try Self.room(of: caller), caller))
            case .setDoNotDisturb(let isOn):
                guard let room = caller.room else { return await personal(caller, ["dnd": isOn ? "yes" : "no"]) }
                return try await change(.setDoNotDisturb(room, isOn), caller)
            case .report(let housekeeping, let room):
                let reported = if let room { room } else { try Self.room(of: caller) }
                return try await change(.report(reported, housekeeping), caller)
            case .messages: return try await messages(in: try Self.room(of: caller))
            case .forward(let target): return await personal(caller, ["forward-always": target ?? "off"])
            }
        } catch {
            return .refused(Self.refusal(error))
        }
    }

    // MARK: Inside

    private func wakeUps(in room: RoomNumber) async throws(GuestFailure) -> [MenuWakeUp] {
        try await guests.wakeUps(WakeUpQuery(room: room)).lines.map { MenuWakeUp($0.wakeUp, at: $0.time) }
    }

    private func set(
        _ time: TimeOfDay, _ room: RoomNumber, _ caller: MenuCaller
    ) async throws(GuestFailure) -> MenuAnswer {
        let receipt = try await guests.change(.set([room], WakeUpWish(at: [time])), by: Self.author(caller))
        guard let line = receipt.lines.first else { return .refused(.invalid) }
        let today = await guests.localTime().date
        let rings = line.rings ?? LocalTime(line.firstDate, line.time)
        let days = rings.date.dayNumber - today.dayNumber
        return .wakeUpSet(rings.time, days == 0 ? .today : days == 1 ? .tomorrow : .later)
    }

    /// None to cancel is no trouble.
    private func cancelAll(_ room: RoomNumber, _ caller: MenuCaller) async throws(GuestFailure) -> Int {
        do throws(GuestFailure) {
            return try await guests.change(.cancelAll(room), by: Self.author(caller)).lines.count
        } catch {
            guard case .wakeUps(let refusal) = error, refusal.reasons == [.nothingToCancel(room)] else { throw error }
            return 0
        }
    }

    private func change(_ request: StayRequest, _ caller: MenuCaller) async throws(GuestFailure) -> MenuAnswer {
        _ = try await guests.change(request, by: Self.author(caller))
        return .done
    }

    private func messages(in room: RoomNumber) async throws(GuestFailure) -> MenuAnswer {
        guard let line = try await guests.rooms().lines.first(where: { $0.room == room }) else {
            return .refused(.notHere)
        }
        return .messages(waiting: line.messagesWaiting, hasBox: !line.stays.isEmpty)
    }

    /// What somebody sets for the own extension. Forwarding that was never set cannot be turned off, and need not be.
    private func personal(_ caller: MenuCaller, _ fields: [String: String]) async -> MenuAnswer {
        guard let number = caller.number else { return .refused(.notHere) }
        let row = TelephonyEdit.Row(key: number.description, fields: fields)
        do {
            _ = try await telephony.change(TelephonyEdit(.edit, .personalSettings, [row]))
            return .done
        } catch {
            switch error {
            case .invalid: return fields.values.contains("off") ? .done : .refused(.invalid)
            case .notFound: return .refused(.notHere)
            case .refused, .unavailable: return .refused(.notNow)
            }
        }
    }

    private static func room(of caller: MenuCaller) throws(GuestFailure) -> RoomNumber {
        guard let room = caller.room else { throw .wakeUps(WakeUpRefusal([.noRooms])) }
        return room
    }

    private static func author(_ caller: MenuCaller) -> Author { Author(.phone, caller.number?.description) }

    private static func refusal(_ failure: GuestFailure) -> MenuRefusal {
        switch failure {
        case .stay, .wakeUps: .invalid
        case .notOwner, .unready, .overtaken, .unavailable, .database: .notNow
        }
    }
}
