import Foundation

/// Who sits at the command line, for the record of who changed what.
enum DeskUser {
    /// The person behind `sudo`, where there is one.
    static var name: String { ProcessInfo.processInfo.environment["SUDO_USER"] ?? NSUserName() }
}
