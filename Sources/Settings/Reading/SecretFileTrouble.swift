/// Why a secret could not be taken from its file.
struct SecretFileTrouble: Error, Sendable, Equatable {
    let expected: String
    let found: String

    static func openToOthers(_ path: String, _ permissions: UInt32) -> SecretFileTrouble {
        SecretFileTrouble(
            expected: "a file that only its owner may read (cure: chmod 600 \(path))",
            found: "permissions 0\(String(permissions, radix: 8))")
    }
}
