import Yams

/// One key of the settings file: where its value goes, what it must be, and how it is shown.
struct SettingsKey: Sendable {
    /// The place of a value in the draft.
    typealias Place<Value> = any WritableKeyPath<SettingsDraft, Value> & Sendable

    /// Sections and name, `heartbeat.interval_ms` for instance.
    let path: String
    /// What must stand there, as it follows the word "expected".
    let expected: String
    let isSecret: Bool
    /// Puts the value into the draft; false where it is not what is expected.
    let take: @Sendable (Node, inout SettingsDraft) -> Bool
    /// The effective value.
    let show: @Sendable (SettingsDraft) -> ShownValue

    init(
        _ path: String, expected: String, isSecret: Bool = false,
        take: @escaping @Sendable (Node, inout SettingsDraft) -> Bool,
        show: @escaping @Sendable (SettingsDraft) -> ShownValue
    ) {
        self.path = path
        self.expected = expected
        self.isSecret = isSecret
        self.take = take
        self.show = show
    }
}
