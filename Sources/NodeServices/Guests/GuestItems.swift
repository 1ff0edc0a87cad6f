import Vocabulary

/// The items that guests are kept in.
enum GuestItems {
    /// Those that the guest desk writes.
    static let written: Set<ItemName> = [
        ItemName(literal: "stays"), ItemName(literal: "room-state"), ItemName(literal: "stay-ledger"),
        ItemName(literal: "wake-up-ledger"), ItemName(literal: "personal-settings"),
    ]
    /// Those that tell of guests; a copy is as old as the oldest of them.
    static let told: [ItemName] = [
        ItemName(literal: "rooms"), ItemName(literal: "stays"), ItemName(literal: "room-state"),
        ItemName(literal: "wake-up-ledger"),
    ]
}
