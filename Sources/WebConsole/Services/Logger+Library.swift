import Logging

extension Logger {
    /// The logger for the web library: its own remarks matter only where something is wrong.
    var forLibrary: Logger {
        var logger = self
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}
