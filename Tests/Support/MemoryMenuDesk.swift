import HotelLogic
import Ports
import Synchronization
import Vocabulary

/// The house behind menus, in memory: one room's wake-ups, do-not-disturb, messages.
package final class MemoryMenuDesk: MenuDeskPort {
    package struct State {
        package var wakeUps: [MenuWakeUp] = []
        package var hasDoNotDisturb = false
        package var housekeeping: Housekeeping?
        package var reportedRoom: RoomNumber?
        package var messagesWaiting = 0
        package var hasBox = true
        package var forwarding: String?
        package var language: String?
        /// Why nothing can be had.
        package var refusal: MenuRefusal?
        package var requests: [MenuRequest] = []
        fileprivate var nextNumber: UInt64 = 1
    }

    private let state = Mutex(State())

    package init() {}

    package func withState<T: Sendable>(_ body: (inout State) -> T) -> T { state.withLock { body(&$0) } }

    package func language(of caller: MenuCaller) async -> String? { state.withLock { $0.language } }

    package func answer(_ request: MenuRequest, of caller: MenuCaller) async -> MenuAnswer {
        state.withLock { state in
            state.requests.append(request)
            if let refusal = state.refusal { return .refused(refusal) }
            switch request {
            case .wakeUps: return .wakeUps(state.wakeUps)
            case .setWakeUp(let time):
                state.wakeUps.append(MenuWakeUp(WakeUpID(node: .secondary, number: state.nextNumber), at: time))
                state.nextNumber += 1
                return .wakeUpSet(time, .tomorrow)
            case .cancelWakeUp(let id):
                state.wakeUps.removeAll { $0.id == id }
                return .cancelled(1)
            case .cancelAllWakeUps:
                defer { state.wakeUps = [] }
                return .cancelled(state.wakeUps.count)
            case .setDoNotDisturb(let isOn): state.hasDoNotDisturb = isOn
            case .report(let housekeeping, let room):
                state.housekeeping = housekeeping
                state.reportedRoom = room ?? caller.room
            case .messages: return .messages(waiting: state.messagesWaiting, hasBox: state.hasBox)
            case .forward(let target): state.forwarding = target
            }
            return .done
        }
    }
}
