import HotelLogic
import Hummingbird
import Ports
import Vocabulary

/// Wake-ups: set, changed, cancelled, listed.
struct WakeUpRoutes: Sendable {
    let console: any GuestConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("wakeups") { request, _ in
            let query = try await query(of: request)
            return try Response.json(
                try await StayRoutes.answer(on: .wakeUps) { () throws(GuestFailure) in
                    try await console.wakeUps(query)
                })
        }
        group.post("wakeups") { request, _ in
            let body = try await request.value(WakeUpBody.self)
            return try await change(try body.setting(today: await today), body, status: .created)
        }
        group.post("wakeups/cancel") { request, _ in
            let body = try await request.value(WakeUpBody.self)
            return try await change(try body.cancelling(today: await today), body)
        }
        group.post("wakeups/{wakeup}/change") { request, context in
            let body = try await request.value(WakeUpBody.self)
            return try await change(try body.changing(try Self.wakeUp(context), today: await today), body)
        }
        group.post("wakeups/{wakeup}/cancel") { request, context in
            let body = try await request.value(WakeUpBody.self)
            return try await change(.cancel(try Self.wakeUp(context)), body)
        }
    }

    private var today: CalendarDate { get async { await console.localTime().date } }

    private func query(of request: Request) async throws -> WakeUpQuery {
        let parameters = request.uri.queryParameters
        let today = await today
        return WakeUpQuery(
            room: try parameters["room"].map { try StayRoutes.room(String($0)) },
            on: try parameters["on"].map { try WakeUpBody.day(String($0), today: today) },
            includesOver: try request.flag("all", absent: false))
    }

    private func change(
        _ request: WakeUpRequest, _ body: WakeUpBody, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let receipt = try await StayRoutes.answer(on: .wakeUps) { () throws(GuestFailure) in
            try await console.change(request, by: body.author)
        }
        return try Response.json(receipt, status: status)
    }

    private static func wakeUp(_ context: APIContext) throws -> WakeUpID {
        let text = try context.name("wakeup")
        guard let id = WakeUpID(text) else {
            throw ConsoleFailure.invalid("\(FieldText(nil, text).quoted) is not a wake-up such as S12")
        }
        return id
    }
}
