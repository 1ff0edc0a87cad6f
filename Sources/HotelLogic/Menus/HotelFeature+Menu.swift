import Vocabulary

extension HotelFeature {
    /// The menu that a caller gets who dialled it; nil where there is none yet.
    ///
    /// - Parameter digits: what was dialled behind the code.
    package func menu(_ digits: String, for caller: MenuCaller) -> (any MenuMachine)? {
        switch self {
        case .wakeUp: WakeUpMenuMachine(.choose, caller: caller)
        case .setWakeUp: WakeUpMenuMachine(.set(digits), caller: caller)
        case .cancelWakeUp: WakeUpMenuMachine(.cancelAll, caller: caller)
        case .doNotDisturbOn: SwitchMenuMachine.doNotDisturb(true)
        case .doNotDisturbOff: SwitchMenuMachine.doNotDisturb(false)
        case .housekeeping, .roomStatus: RoomStatusMenuMachine(digits: digits, caller: caller)
        case .message: MessageMenuMachine(caller: caller)
        case .forwardOn: SwitchMenuMachine.forward(to: digits)
        case .forwardOff: SwitchMenuMachine.forward(to: "")
        case .minibar, .voicemail: nil
        }
    }

    /// Whether it sets, tells or cancels wake-ups.
    package var isOfWakeUps: Bool {
        switch self {
        case .wakeUp, .setWakeUp, .cancelWakeUp: true
        case .doNotDisturbOn, .doNotDisturbOff, .housekeeping, .roomStatus, .message, .forwardOn, .forwardOff,
            .minibar, .voicemail:
            false
        }
    }

    /// Whether it is done by the node on which the phone is, and not by the owner of the guest scope: what people set
    /// for their own extension.
    package func isPersonal(to caller: MenuCaller) -> Bool {
        switch self {
        case .forwardOn, .forwardOff: true
        case .doNotDisturbOn, .doNotDisturbOff: caller.room == nil
        case .wakeUp, .setWakeUp, .cancelWakeUp, .housekeeping, .roomStatus, .message, .minibar, .voicemail: false
        }
    }
}
