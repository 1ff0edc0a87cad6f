import ArgumentParser
import HotelLogic
import WebConsole

/// The options that name guests.
struct GuestOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A guest: 'Ada Lovelace' or 'Lovelace, Ada'. Given again, those who share the room.", valueName: "name"))
    var name: [String] = []

    @Option(help: ArgumentHelp("The main guest's title, such as Ms or Dr.", valueName: "title"))
    var title: String?

    @Option(help: ArgumentHelp("The main guest's language: two letters, such as de.", valueName: "language"))
    var language: String?

    @Flag(help: "The main guest is a very important one.")
    var vip = false

    /// nil where nobody is named.
    var guests: [StayBody.Guest]? {
        guard !name.isEmpty else { return nil }
        return name.enumerated().map { index, text in
            StayBody.Guest(
                index == 0
                    ? Guest(reading: text, title: title, language: language, isVeryImportant: vip)
                    : Guest(reading: text))
        }
    }

    /// What is said of a guest who is not named.
    var complaint: String? {
        name.isEmpty && (title != nil || vip) ? "--title and --vip tell of a guest: add --name" : nil
    }
}
