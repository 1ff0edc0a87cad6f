import ArgumentParser
import Ports
import WebConsole

extension NodeVerb {
    /// Sends a change of a stay or a room, and says what was done.
    func change(
        _ call: APICall, with client: NodeClient, on screen: Screen, words: (StayReceipt) -> String
    ) async throws -> ExitStatus {
        let receipt: StayReceipt = try await client.ask(call)
        try screen.show(receipt, or: StayReceiptText(receipt: receipt, words: words(receipt)).text)
        return .ok
    }

    /// Sends a change of wake-ups, and says what became of each.
    func change(wakeUps call: APICall, with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let receipt: WakeUpReceipt = try await client.ask(call)
        try screen.show(receipt, or: WakeUpReceiptText(receipt: receipt).text)
        return .ok
    }
}

extension StayBody {
    /// An empty body in the name of whoever sits here.
    static var ofDesk: StayBody {
        var body = StayBody()
        body.by = DeskUser.name
        return body
    }
}

extension WakeUpBody {
    /// An empty body in the name of whoever sits here.
    static var ofDesk: WakeUpBody {
        var body = WakeUpBody()
        body.by = DeskUser.name
        return body
    }
}
