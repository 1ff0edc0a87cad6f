extension SettingsKey {
    static let guests: [SettingsKey] = [
        .flag("guests.accept_wake_ups", \.settings.guests.acceptsWakeUps),
        .duration("guests.confirm_ms", \.settings.guests.confirmWait, 0...10000, .milliseconds),
        .wholeNumber("guests.history_days", \.settings.guests.historyDays, 30...3650, "days"),
    ]
}
