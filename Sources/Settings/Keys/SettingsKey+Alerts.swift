import Vocabulary

extension SettingsKey {
    static let alerts: [SettingsKey] = [
        .secret("alerts.webhook", \.settings.alerts.webhook, .webhook),
        .text("alerts.mail", \.settings.alerts.mail, .mailAddress) { $0.settings.alerts.mail },
        .text("alerts.mail_program", \.settings.alerts.mailProgram, .absolutePath),
        .word("alerts.severity", \.settings.alerts.severity, Severity.self),
        .duration("alerts.interval_seconds", \.settings.alerts.interval, 60...86_400, .seconds),
    ]
}
