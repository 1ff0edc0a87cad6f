import HotelLogic
import PairLogic
import Ports
import Vocabulary

/// What a node offers to the people who set up its telephony, answered from the store.
package struct TelephonyConsole: TelephonyConsolePort {
    private let store: any TelephonyStorePort
    private let board: NodeBoard
    private let clock: any ClockPort
    private let changed: @Sendable () -> Void

    /// - Parameter changed: told after each edit, so that what is made from the configuration is made at once.
    package init(
        store: any TelephonyStorePort, board: NodeBoard, clock: any ClockPort,
        changed: @escaping @Sendable () -> Void = {}
    ) {
        self.store = store
        self.board = board
        self.clock = clock
        self.changed = changed
    }

    package func telephony() async throws(ConsoleFailure) -> TelephonyConfiguration {
        do {
            return try await store.configuration()
        } catch {
            throw ConsoleFailure(error, verb: "status")
        }
    }

    package func change(_ edit: TelephonyEdit) async throws(ConsoleFailure) -> TelephonyReceipt {
        let receipt: TelephonyReceipt
        do {
            receipt = try await store.change(edit)
        } catch {
            throw ConsoleFailure(error, verb: "\(edit.kind.rawValue) \(edit.action.verb)")
        }
        board.record(
            .item, receipt.decision, ["by an operator"], at: clock.wallTime(),
            as: EventSort(.telephony, .information, about: receipt.kind.rawValue))
        changed()
        return receipt
    }
}

extension TelephonyEdit.Action {
    /// The verb that asks for it.
    fileprivate var verb: String {
        switch self {
        case .add: "add"
        case .edit: "edit"
        case .put: "import"
        case .remove: "remove"
        }
    }
}

extension TelephonyReceipt {
    /// The edit as `explain` tells it; never its values, which may be secret.
    fileprivate var decision: String {
        let subject = kind.subject(keys)
        switch action {
        case .add: return "\(subject) added"
        case .edit: return "\(subject) changed"
        case .put: return "\(subject) imported"
        case .remove: return "\(subject) removed"
        }
    }
}
