import Testing

@testable import LabKit

/// What a phone tells, and what is known before it tells anything.
@Suite struct PhoneStateTests {
    private static let account = "sip:101@203.0.113.10"
    private var state = PhoneState()

    /// An event as baresip words it.
    private mutating func hear(_ type: String, _ direction: String, id: String? = "365c4b41ed9d0aef") {
        let id = id.map { #","id":"\#($0)""# } ?? ""
        let text =
            #"{"event":true,"type":"\#(type)","accountaor":"\#(Self.account)","direction":"\#(direction)"\#(id)}"#
        if let message = PhoneMessage(Array(text.utf8)) { state.heard(message) }
    }

    @Test mutating func `an account that was told to dial is known to dial until the call is heard of`() {
        state.dialled(Self.account)
        #expect(state.dialling == [Self.account] && !state.isBusy(Self.account))
        hear("CALL_LOCAL_SDP", "outgoing", id: nil)
        #expect(state.dialling == [Self.account])
        hear("CALL_RINGING", "outgoing")
        #expect(state.dialling.isEmpty && state.isBusy(Self.account))
    }

    @Test mutating func `a call that ends before it rings was dialled and is over`() {
        state.dialled(Self.account)
        hear("CALL_CLOSED", "outgoing")
        #expect(state.dialling.isEmpty && !state.isBusy(Self.account))
        #expect(state.endings == 1)
    }

    @Test mutating func `a call that comes in meanwhile says nothing of the one that was dialled`() {
        state.dialled(Self.account)
        hear("CALL_INCOMING", "incoming")
        #expect(state.dialling == [Self.account] && state.isBusy(Self.account))
        state.undialled(Self.account)
        #expect(state.dialling.isEmpty)
    }
}
