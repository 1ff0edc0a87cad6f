import HotelLogic

extension NodeVerb {
    /// Sends a change of the telephony configuration, and says what was done.
    func change(_ call: APICall, with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let receipt: TelephonyReceipt = try await client.ask(call)
        try screen.show(receipt, or: ReceiptText(receipt: receipt).text)
        return .ok
    }
}
