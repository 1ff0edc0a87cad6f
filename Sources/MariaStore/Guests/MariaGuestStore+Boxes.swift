import Ports
import Vocabulary

extension MariaGuestStore: BoxStorePort {
    package func boxOrders(limit: Int) async throws(GuestFailure) -> [BoxOrder] {
        try await asking.perform(failing: GuestFailure.self) {
            try StayLedgerTable(session: $0).boxOrders(limit: limit)
        }
    }

    package func carriedOut(_ order: BoxOrder) async throws(GuestFailure) {
        try await asking.perform(failing: GuestFailure.self) { session in
            try session.transaction { try StayLedgerTable(session: $0).carriedOut(order) }
        }
    }

    package func lamps() async throws(GuestFailure) -> Set<ExtensionNumber> {
        try await asking.perform(failing: GuestFailure.self) { try StayLedgerTable(session: $0).lamps() }
    }
}
