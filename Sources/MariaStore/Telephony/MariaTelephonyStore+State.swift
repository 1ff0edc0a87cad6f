import HotelLogic
import Ports

extension MariaTelephonyStore: HouseStatePort {
    package func houseState() async throws(TelephonyFailure) -> HouseStateRows {
        try await use { session in
            try session.transaction(.snapshot) { try HouseStateTables(session: $0).read() }
        }
    }
}
