import Vocabulary

extension RoomEntry {
    func planned() throws(TelephonyFault) -> Room {
        Room(number: try RoomNumber(room), extensions: try extensions.read(ExtensionNumber.init))
    }
}
