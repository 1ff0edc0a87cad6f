import ArgumentParser

/// `rooms`: rooms, and the extensions in them.
struct Rooms: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rooms",
        abstract: "Rooms, and the extensions in them.",
        discussion: """
            The owner of the configuration, normally the Primary, writes them; they are copied to \
            the other node. What is on or off in them, status, dnd, class and lamp, is written by the owner of the \
            guests, normally the Secondary.
            """,
        subcommands: [
            EntryList<RoomVerbs>.self, EntryAdd<RoomVerbs>.self, EntryEdit<RoomVerbs>.self,
            EntryRemove<RoomVerbs>.self, EntryImportFile<RoomVerbs>.self, RoomsStatus.self, RoomsDoNotDisturb.self,
            RoomsClass.self, RoomsLamp.self,
        ], defaultSubcommand: EntryList<RoomVerbs>.self)
}
