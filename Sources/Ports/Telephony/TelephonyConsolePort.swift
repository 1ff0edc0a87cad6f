import HotelLogic

/// What a node offers to the people who set up its telephony: the door behind the verbs and the web console.
package protocol TelephonyConsolePort: Sendable {
    /// The configuration as it stands, passwords included; whoever shows it hides them.
    func telephony() async throws(ConsoleFailure) -> TelephonyConfiguration

    /// Carries out the whole edit, or tells every reason against it, a line each.
    func change(_ edit: TelephonyEdit) async throws(ConsoleFailure) -> TelephonyReceipt
}
