import ArgumentParser

/// The options that set the fields of `classes`.
struct ClassFields: EntryFields {
    @Option(help: "As people call it.")
    var name: String?

    @Option(
        help: "Of rooms, staff, local, national, international, premium; or none. rooms,staff unless told.")
    var mayCall: String?

    @Option(help: "The longest call outside, in minutes.")
    var callMinutes: String?

    var given: [String: String?] { ["name": name, "may-call": mayCall, "call-minutes": callMinutes] }
}
