import Foundation

/// Why a file could not be read.
enum FileTrouble: Error, Sendable, Equatable {
    case missing
    case directory
    /// A pipe, a socket or a device.
    case notAFile
    case denied
    case tooLarge(limit: Int)
    case other(String)

    init(errorNumber: Int32) {
        switch errorNumber {
        case ENOENT, ENOTDIR: self = .missing
        case EACCES, EPERM: self = .denied
        default: self = .other(String(cString: strerror(errorNumber)))
        }
    }

    /// What was found, as it follows the word "found".
    var found: String {
        switch self {
        case .missing: "no such file"
        case .directory: "a folder"
        case .notAFile: "something that is not an ordinary file"
        case .denied: "a file that this account may not read"
        case .tooLarge(let limit): "more than \(limit) bytes"
        case .other(let words): "a file that cannot be read (\(words))"
        }
    }
}
