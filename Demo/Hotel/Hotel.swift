import Vocabulary

/// The hotel of the demonstration: ten floors of thirty rooms, sixty people at work, and a year of calls.
enum Hotel {
    static let floors = 10
    static let roomsPerFloor = 30
    static let staff = 60
    static let days = 365
    static let callsPerDay = 200
    /// Rooms that are let when the show begins.
    static let roomsLet = 210

    /// `101` to `1030`.
    static let rooms: [String] = (1...floors).flatMap { floor in
        (1...roomsPerFloor).map { "\(floor)" + ($0 < 10 ? "0\($0)" : "\($0)") }
    }

    /// The extension of a room's phone.
    static func phone(of room: String) -> String { "5" + room }

    /// What all room phones register with.
    static let guestSecret = "demonstration-guest"

    /// What a staff phone registers with.
    static func secret(of number: String) -> String { "demonstration-\(number)" }

    /// `200` to `259`.
    static let staffExtensions: [String] = (0..<staff).map { "\(200 + $0)" }

    static let departments = ["Reception", "Housekeeping", "Kitchen", "Restaurant", "Technics", "Management"]
    static let surnames = [
        "Gruber", "Huber", "Bauer", "Wagner", "Müller", "Pichler", "Steiner", "Moser", "Mayer", "Hofer", "Leitner",
        "Berger", "Fuchs", "Eder", "Fischer", "Schmid", "Winkler", "Weber", "Schwarz", "Maier", "O'Connor", "García",
        "Šimić", "Yılmaz", "李", "Østergård",
    ]
    static let firstNames = [
        "Anna", "Lukas", "Sofia", "David", "Maria", "Jakob", "Lena", "Paul", "Emma", "Felix", "Zoë", "Ángel", "Jürgen",
    ]
}

extension CellValue {
    static func number(_ value: Int) -> CellValue { .integer(Int64(value)) }
    static func truth(_ value: Bool) -> CellValue { .integer(value ? 1 : 0) }
}
