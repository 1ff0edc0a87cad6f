import Foundation
import Settings

/// Finds the daemon's socket.
enum SocketLocation {
    /// The socket named on the command line, else the one in the settings file, else the standard one.
    ///
    /// A settings file that is missing from its standard place is no reason to give up: the daemon may run on
    /// another one. A file that the caller named must be there.
    static func find(_ options: GlobalOptions) throws(SettingsError) -> String {
        if let socket = options.socket { return socket }
        let isStandard = options.config == SettingsFile.standardPath
        if isStandard, !FileManager.default.fileExists(atPath: options.config) {
            return NodeSettings().consoleSocket
        }
        return try SettingsFile.load(options.config).settings.consoleSocket
    }
}
