import Foundation
import HotelLogic
import Hummingbird
import Ports
import Vocabulary

/// Stays: who is in which room. Where a path names a stay, a room that only one stay is in does as well.
struct StayRoutes: Sendable {
    let console: any GuestConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("stays") { request, _ in
            let room = try request.uri.queryParameters["room"].map { try Self.room(String($0)) }
            return try Response.json(
                try await Self.answer { () throws(GuestFailure) in try await console.stays(in: room) })
        }
        group.post("stays") { request, _ in
            let body = try await request.value(StayBody.self)
            guard let name = body.room else { throw ConsoleFailure.invalid("name the room to check in to") }
            let request = StayRequest.checkIn(
                try Self.room(name), body.guests?.map(\.guest) ?? [], reservation: body.reservation,
                departsOn: try await departure(body), isSharing: body.isSharing ?? false)
            return try await change(request, body, status: .created)
        }
        group.post("stays/{stay}/check-out") { request, context in
            let body = try await request.value(StayBody.self)
            let name = try context.name("stay")
            let checkOut = try await Self.answer { () throws(GuestFailure) in try await console.checkOut(named: name) }
            return try await change(checkOut, body)
        }
        group.post("stays/{stay}/move") { request, context in
            let body = try await request.value(StayBody.self)
            guard let name = body.room else { throw ConsoleFailure.invalid("name the room to move to") }
            let room = try Self.room(name)
            return try await change(
                .move(try await stay(context), to: room, isSharing: body.isSharing ?? false), body)
        }
        group.post("stays/{stay}/guests") { request, context in
            let body = try await request.value(StayBody.self)
            return try await change(.nameGuests(try await stay(context), body.guests?.map(\.guest) ?? []), body)
        }
        group.post("stays/{stay}/language") { request, context in
            let body = try await request.value(StayBody.self)
            return try await change(.setLanguage(try await stay(context), body.language), body)
        }
        group.post("stays/{stay}/departure") { request, context in
            let body = try await request.value(StayBody.self)
            return try await change(.expectDeparture(try await stay(context), try await departure(body)), body)
        }
    }

    private func stay(_ context: APIContext) async throws -> StayID {
        let name = try context.name("stay")
        return try await Self.answer { () throws(GuestFailure) in try await console.stay(named: name) }
    }

    private func departure(_ body: StayBody) async throws -> CalendarDate? {
        guard let text = body.departs else { return nil }
        return try WakeUpBody.day(text, today: await console.localTime().date)
    }

    private func change(
        _ request: StayRequest, _ body: StayBody, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let receipt = try await Self.answer { () throws(GuestFailure) in
            try await console.change(request, by: body.author)
        }
        return try Response.json(receipt, status: status)
    }

    static func room(_ text: String) throws -> RoomNumber {
        do throws(TelephonyFault) { return try RoomNumber(text) } catch {
            throw ConsoleFailure.invalid(error.description)
        }
    }

    /// What the door answers, or its refusal as the API tells it.
    static func answer<Value>(
        on matter: GuestMatter = .stays, _ ask: () async throws(GuestFailure) -> Value
    ) async throws -> Value {
        do throws(GuestFailure) {
            return try await ask()
        } catch {
            throw ConsoleFailure(error, on: matter)
        }
    }
}

extension APIContext {
    /// A name in the path, as it was before it was spelled out there.
    func name(_ parameter: String) throws -> String {
        let text = try parameters.require(parameter)
        return text.removingPercentEncoding ?? text
    }
}
