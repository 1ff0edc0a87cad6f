import Vocabulary

/// Section `alerts`: who is told of what happens on this node, and of how much of it.
package struct AlertSettings: Sendable, Equatable {
    /// `alerts.webhook`: the web address that gets each alert as JSON: `https://`, or `http://` on this machine. It
    /// is not shown, since many hold a key. Default: none.
    package var webhook: SecretText?
    /// `alerts.mail`: who gets alerts by mail. Default: nobody.
    package var mail: String?
    /// `alerts.mail_program`: takes a message on its standard input and the receiver as an argument. Default
    /// `/usr/sbin/sendmail`.
    package var mailProgram = "/usr/sbin/sendmail"
    /// `alerts.severity`: what is as grave or graver is told: `information`, `warning` or `alert`. Default `warning`.
    package var severity = Severity.warning
    /// `alerts.interval_seconds`: the same about the same thing is told once in so long, then by number, 60 to 86400
    /// seconds. Default 900.
    package var interval = Duration.seconds(900)

    package init() {}
}
