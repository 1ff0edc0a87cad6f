extension SchemaMigration {
    /// Guests who are here now are found without reading those who left.
    static let presentStays = SchemaMigration(
        number: 116, name: "stays that have not ended are found at once",
        statements: [
            "ALTER TABLE comxfailover.stay ADD INDEX IF NOT EXISTS stay_present (departed_at, room)"
        ])
}
