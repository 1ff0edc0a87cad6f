extension SchemaMigration {
    /// Who may log in to the web pages.
    static let users = SchemaMigration(
        number: 109, name: "users",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.user_account (
              login VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'in lower case',
              display_name VARCHAR(80) NOT NULL COMMENT 'shown in reports and logs',
              password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL
                COMMENT 'scrypt; NULL cannot log in',
              extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL
                COMMENT 'whose settings the person may change',
              language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'ISO 639 code of the pages',
              is_enabled BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE: cannot log in',
              PRIMARY KEY (login),
              CONSTRAINT user_account_login CHECK (login = LOWER(login) AND login <> '')
            ) ENGINE=InnoDB COMMENT='a person who may log in'
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover.user_role (
              login VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the person',
              role ENUM('administrator', 'hotel-staff', 'user') NOT NULL COMMENT 'what the person may do',
              PRIMARY KEY (login, role),
              CONSTRAINT user_role_login FOREIGN KEY (login) REFERENCES comxfailover.user_account (login)
            ) ENGINE=InnoDB COMMENT='a person may have several roles'
            """,
        ])
}
