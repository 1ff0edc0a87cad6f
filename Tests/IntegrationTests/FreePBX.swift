/// Tables as FreePBX has them, without primary keys.
enum FreePBX {
    static let schema = "CREATE DATABASE asterisk CHARACTER SET utf8mb4"

    static let users = """
        CREATE TABLE asterisk.users (
          extension VARCHAR(20) NOT NULL DEFAULT '', password VARCHAR(20) DEFAULT NULL, name VARCHAR(50) DEFAULT NULL,
          voicemail VARCHAR(50) DEFAULT NULL, ringtimer INT(3) DEFAULT NULL, KEY extension (extension)
        ) ENGINE=InnoDB
        """

    static let devices = """
        CREATE TABLE asterisk.devices (
          id VARCHAR(20) NOT NULL DEFAULT '', tech VARCHAR(10) NOT NULL DEFAULT '',
          dial VARCHAR(255) NOT NULL DEFAULT '',
          devicetype VARCHAR(5) NOT NULL DEFAULT '', user VARCHAR(50) DEFAULT NULL,
          description VARCHAR(50) DEFAULT NULL,
          emergency_cid VARCHAR(100) DEFAULT NULL, KEY id (id), KEY tech (tech)
        ) ENGINE=InnoDB
        """

    static let incoming = """
        CREATE TABLE asterisk.incoming (
          cidnum VARCHAR(191) DEFAULT NULL, extension VARCHAR(50) NOT NULL, destination VARCHAR(50) DEFAULT NULL,
          privacyman TINYINT(1) DEFAULT NULL, description VARCHAR(50) DEFAULT NULL, KEY extension (extension)
        ) ENGINE=InnoDB
        """

    static func saveDevice(_ id: String, _ description: String) -> String {
        "INSERT INTO asterisk.devices (id, tech, dial, devicetype, user, description) "
            + "VALUES ('\(id)', 'pjsip', 'PJSIP/\(id)', 'fixed', '\(id)', '\(description)')"
    }

    static func route(_ caller: String, _ extension: String, _ destination: String) -> String {
        "INSERT INTO asterisk.incoming (cidnum, extension, destination) "
            + "VALUES (\(caller), '\(`extension`)', '\(destination)')"
    }

    /// A table that has nothing to tell its rows apart by.
    static let keyless = "CREATE TABLE asterisk.keyless (words VARCHAR(50) NOT NULL) ENGINE=InnoDB"

    static func save(_ extension: String, _ name: String) -> String {
        "INSERT INTO asterisk.users (extension, name, voicemail, ringtimer) "
            + "VALUES ('\(`extension`)', '\(name)', 'novm', 0)"
    }
}
