extension SettingsKey {
    static let wakeUps: [SettingsKey] = [
        .wholeNumber("wake_ups.attempts", \.settings.wakeUps.attempts, 1...10, "calls"),
        .duration("wake_ups.interval_seconds", \.settings.wakeUps.interval, 30...1800, .seconds),
        .duration("wake_ups.ring_seconds", \.settings.wakeUps.ringTime, 10...120, .seconds),
        .list(
            "wake_ups.snooze_minutes", \.settings.wakeUps.snoozeMinutes,
            expected: "a list of at most \(WakeUpSettings.snoozeKeysMax) numbers from 1 to 60",
            countMax: WakeUpSettings.snoozeKeysMax
        ) { text in Int(text).flatMap { (1...60).contains($0) ? $0 : nil } },
        .wholeNumber("wake_ups.snoozes", \.settings.wakeUps.snoozes, 0...20, "calls"),
        .text("wake_ups.confirm_key", \.settings.wakeUps.confirmKey, .digit) { $0.settings.wakeUps.confirmKey },
        .duration("wake_ups.lateness_minutes", \.settings.wakeUps.lateness, 5...240, .minutes),
        .duration("wake_ups.grace_seconds", \.settings.wakeUps.grace, 10...300, .seconds),
        .wholeNumber("wake_ups.calls_per_second", \.settings.wakeUps.callsPerSecond, 1...200, "calls"),
        .wholeNumber("wake_ups.calls_at_once", \.settings.wakeUps.callsAtOnce, 1...500, "calls"),
        .text("wake_ups.desk_extension", \.settings.wakeUps.deskExtension, .extensionNumber) {
            $0.settings.wakeUps.deskExtension
        },
    ]
}
