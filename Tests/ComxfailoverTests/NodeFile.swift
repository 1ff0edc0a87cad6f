import Foundation

/// A settings file for a test.
enum NodeFile {
    static let secret = "mVq3xT8sYp1LrWz6bKd0NhJf4Gc7Ue2A"

    /// Writes a sound settings file that names `socketPath`.
    static func write(_ path: String, socketPath: String) throws {
        let text = """
            mode: primary
            local_host: 192.168.101.2
            secret: \(secret)
            ports:
              console_socket: \(socketPath)
            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
