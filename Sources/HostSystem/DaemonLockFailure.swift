/// Why a state folder could not be taken into use.
package enum DaemonLockFailure: Error, Sendable, Hashable {
    /// Another daemon uses the folder; its process number, where it could be read.
    case heldBy(processID: Int32?, stateFolder: String)
    /// The lock's file could not be opened or locked.
    case file(FileFailure)
}

extension DaemonLockFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .heldBy(let processID?, let folder):
            "another comxfailover (process \(processID)) uses \(folder); stop it first, or set another state folder"
        case .heldBy(nil, let folder):
            "another comxfailover uses \(folder); stop it first, or set another state folder"
        case .file(let failure): failure.description
        }
    }
}
