/// A node's settings and where they came from.
package struct LoadedSettings: Sendable, Equatable {
    package let file: String
    package let settings: NodeSettings
    /// Every key with its effective value, for `config show`.
    package let rendering: SettingsRendering

    init(file: String, draft: SettingsDraft) {
        self.file = file
        settings = draft.settings
        rendering = SettingsRendering(file: file, draft: draft)
    }
}
