extension SchemaMigration {
    /// Codes of the house's own for what phones ask of it.
    static let featureCodes = SchemaMigration(
        number: 125, name: "codes of features",
        statements: [
            """
            ALTER TABLE comxfailover.telephony_setting
              ADD COLUMN IF NOT EXISTS feature_codes VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                DEFAULT '' COMMENT 'feature=code, blanks between them; the others have the standard codes'
            """
        ])
}
