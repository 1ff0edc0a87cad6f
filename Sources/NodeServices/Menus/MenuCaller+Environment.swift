import HotelLogic
import Vocabulary
import Wire

extension MenuCaller {
    /// The caller as the dialplan gave it: feature, extension, room, digits, call id, whether it is the peer's call,
    /// the languages that can be spoken.
    init(_ environment: AGIEnvironment) {
        let arguments = environment.arguments
        func argument(_ place: Int) -> String { place < arguments.count ? arguments[place] : "" }
        self.init(
            number: try? ExtensionNumber(argument(1)), room: try? RoomNumber(argument(2)),
            isFromPeer: argument(5) == "1",
            spoken: Set(argument(6).split(separator: "&").compactMap { MenuLanguage(rawValue: String($0)) }))
    }
}
