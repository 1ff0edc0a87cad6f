import HotelLogic
import Vocabulary
import Wire

extension MenuCaller {
    /// The caller as the dialplan gave it: feature, extension, room, digits, call id, whether it is the peer's call.
    init(_ environment: AGIEnvironment) {
        let arguments = environment.arguments
        func argument(_ place: Int) -> String { place < arguments.count ? arguments[place] : "" }
        self.init(
            number: try? ExtensionNumber(argument(1)), room: try? RoomNumber(argument(2)),
            isFromPeer: argument(5) == "1")
    }
}
