import HotelLogic
import Hummingbird
import Ports
import Vocabulary

/// What is on or off in rooms: do-not-disturb, the lamp, the right to dial, housekeeping.
struct RoomRoutes: Sendable {
    let console: any GuestConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.get("rooms/status") { _, _ in
            try Response.json(try await StayRoutes.answer { () throws(GuestFailure) in try await console.rooms() })
        }
        add("do-not-disturb", to: group) { room, body in
            .setDoNotDisturb(room, try Self.given(body.isOn, "isOn"))
        }
        add("lamp", to: group) { room, body in
            let isOn = try Self.given(body.isOn, "isOn")
            return .setLamp(room, MessageLamp(isOn: isOn, waiting: body.waiting ?? (isOn ? 1 : 0)))
        }
        add("calling", to: group) { room, body in
            .setCalling(room, RoomCalling(isOpen: body.isOpen ?? true, classOfService: body.classOfService))
        }
        add("housekeeping", to: group) { room, body in
            .report(room, Housekeeping(try Self.given(body.status, "status"), attendant: body.attendant))
        }
    }

    private func add(
        _ fact: String, to group: RouterGroup<APIContext>,
        _ make: @escaping @Sendable (RoomNumber, StayBody) throws -> StayRequest
    ) {
        group.post("rooms/{key}/\(fact)") { request, context in
            let body = try await request.value(StayBody.self)
            let change = try make(try StayRoutes.room(try context.name("key")), body)
            return try Response.json(
                try await StayRoutes.answer { () throws(GuestFailure) in
                    try await console.change(change, by: body.author)
                })
        }
    }

    private static func given<Value>(_ value: Value?, _ key: String) throws -> Value {
        guard let value else { throw ConsoleFailure.invalid("the key `\(key)` is missing") }
        return value
    }
}
