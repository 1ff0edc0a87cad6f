/// What ringing has to say for the log, and what sort of event it is.
struct RingingWord: Sendable, Hashable {
    let text: String
    let sort: EventSort
}
