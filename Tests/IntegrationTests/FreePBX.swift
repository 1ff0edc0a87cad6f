/// Tables as FreePBX has them, without primary keys.
enum FreePBX {
    static let schema = "CREATE DATABASE asterisk CHARACTER SET utf8mb4"

    static let users = """
        CREATE TABLE asterisk.users (
          extension VARCHAR(20) NOT NULL DEFAULT '', password VARCHAR(20) DEFAULT NULL, name VARCHAR(50) DEFAULT NULL,
          voicemail VARCHAR(50) DEFAULT NULL, ringtimer INT(3) DEFAULT NULL, KEY extension (extension)
        ) ENGINE=InnoDB
        """

    /// A table that has nothing to tell its rows apart by.
    static let keyless = "CREATE TABLE asterisk.keyless (words VARCHAR(50) NOT NULL) ENGINE=InnoDB"

    static func save(_ extension: String, _ name: String) -> String {
        "INSERT INTO asterisk.users (extension, name, voicemail, ringtimer) "
            + "VALUES ('\(`extension`)', '\(name)', 'novm', 0)"
    }
}
