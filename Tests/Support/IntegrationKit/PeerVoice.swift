import Ports
import Vocabulary
import Wire

/// One run of a daemon as a hand-made peer plays it.
package struct PeerVoice: Sendable {
    package let boot: BootID
    /// What the real node last said of itself.
    package let report: NodeReport
    /// How far its clock is ahead.
    package var clockShift: Duration = .zero
    package var version: ProtocolVersion = .current
    var sequence: UInt64 = 0

    package init(boot: BootID, report: NodeReport) {
        self.boot = boot
        self.report = report
    }
}
