extension SettingsKey {
    /// Whether this is one of two ways to say the same, so that only the one that was used is shown.
    var isAlternative: Bool {
        [
            "secret", "secret_file", "previous_secret", "previous_secret_file", "database.server.password",
            "database.server.password_file", "database.server.socket",
        ].contains(path)
    }

    /// Whether the key may be written with nothing after it, which then means that it is not set.
    var mayBeEmpty: Bool {
        [
            "remote_host", "witnesses", "asterisk.config_folder", "asterisk.log_folder",
            "asterisk.spool_folder",
            "provisioning.primary_host", "provisioning.secondary_host", "provisioning.time_server",
            "wake_ups.confirm_key", "wake_ups.desk_extension",
            "alerts.webhook", "alerts.mail",
        ].contains(path)
    }
}
