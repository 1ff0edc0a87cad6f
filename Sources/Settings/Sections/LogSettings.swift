/// Section `log`: what the daemon writes to standard error.
package struct LogSettings: Sendable, Equatable {
    /// `log.level`: the least important line that is written. Default `info`.
    package var level = LogLevel.info
    /// `log.format`: `text` for people, `json` for machines. Default `text`.
    package var format = LogFormat.text

    package init() {}
}
