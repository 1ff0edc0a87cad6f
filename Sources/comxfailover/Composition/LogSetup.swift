import Logging
import Settings

/// Makes the node's log what the settings say: lines of text or of JSON, on standard error.
enum LogSetup {
    static func logger(_ settings: LogSettings) -> Logger {
        let level = Logger.Level(rawValue: settings.level.rawValue) ?? .info
        var logger = Logger(label: "comxfailover") { label in
            switch settings.format {
            case .text: StreamLogHandler.standardError(label: label)
            case .json: JSONLogHandler()
            }
        }
        logger.logLevel = level
        return logger
    }
}
