import Vocabulary

/// The hotel's tables, sorted into items. No foreign key crosses from one item into another.
package enum HotelTables {
    package static let items: [HotelItem] = configuration + guest + ledgers + personal

    private static let configuration: [HotelItem] = [
        HotelItem(
            "class-of-service", .owned(.configuration), ["class_of_service"],
            "What a phone of each class may dial."),
        HotelItem(
            "staff-extensions", .owned(.configuration), ["staff_extension", "staff_device"],
            "Staff extensions, their settings and their phones."),
        HotelItem(
            "guest-extensions", .owned(.configuration),
            ["guest_default", "guest_extension", "guest_device", "guest_gateway", "guest_gateway_port"],
            "Guest extensions, their phones, and the gateways of analog phones."),
        HotelItem(
            "rooms", .owned(.configuration), ["room", "room_extension"],
            "The rooms and the extensions in them."),
        HotelItem(
            "users", .owned(.configuration), ["user_account", "user_role"],
            "Who may log in to the web pages, and as what."),
        HotelItem(
            "speed-dials", .owned(.configuration), ["speed_dial"],
            "Short codes and the numbers behind them."),
        HotelItem(
            "ring-groups", .owned(.configuration), ["ring_group", "ring_group_member"],
            "Numbers behind which several extensions ring."),
        HotelItem(
            "telephony-settings", .owned(.configuration), ["telephony_setting"],
            "The desk, the way outside, emergency calls, voicemail."),
    ]

    private static let guest: [HotelItem] = [
        HotelItem(
            "stays", .owned(.guest), ["stay", "stay_guest"],
            "Who stays in which room, with all who share it."),
        HotelItem(
            "room-state", .owned(.guest),
            ["room_do_not_disturb", "room_housekeeping", "room_message_lamp", "room_calling"],
            "What changes in a room during a stay: do-not-disturb, housekeeping, message lamp, permission to call."),
    ]

    private static let ledgers: [HotelItem] = [
        HotelItem(
            "wake-up-ledger", .appendOnly, ["wake_up_event"],
            "Wake-up calls: what was set and what happened, on both nodes."),
        HotelItem(
            "stay-ledger", .appendOnly, ["stay_event"],
            "Stays and rooms: who changed what and when, on both nodes."),
        HotelItem(
            "call-records", .appendOnly, ["call_record"],
            "The call records of both nodes."),
    ]

    private static let personal: [HotelItem] = [
        HotelItem(
            "personal-settings", .newestWins,
            ["personal_forwarding", "personal_do_not_disturb", "personal_voicemail_pin"],
            "What people set for themselves from any phone: forwarding, do-not-disturb, voicemail PIN.")
    ]
}
