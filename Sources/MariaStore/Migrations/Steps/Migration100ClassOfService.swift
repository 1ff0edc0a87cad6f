extension SchemaMigration {
    /// Permissions to dial, by class.
    static let classOfService = SchemaMigration(
        number: 100, name: "class of service",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.class_of_service (
              code SMALLINT UNSIGNED NOT NULL
                COMMENT 'the number that phones, extensions and the PMS name the class by',
              name VARCHAR(60) NOT NULL COMMENT 'as people call it',
              may_call_rooms BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'may dial guest rooms',
              may_call_staff BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'may dial staff extensions',
              may_call_local BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'may dial local numbers outside',
              may_call_national BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'may dial national numbers',
              may_call_international BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'may dial international numbers',
              may_call_premium BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'may dial numbers with a surcharge',
              call_minutes_max SMALLINT UNSIGNED NULL COMMENT 'longest call outside in minutes; NULL is no limit',
              PRIMARY KEY (code),
              CONSTRAINT class_of_service_code CHECK (code BETWEEN 1 AND 999),
              CONSTRAINT class_of_service_minutes CHECK (call_minutes_max > 0)
            ) ENGINE=InnoDB COMMENT='what a phone may dial; emergency numbers are always allowed'
            """
        ])
}
