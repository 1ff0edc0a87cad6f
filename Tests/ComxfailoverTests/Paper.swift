import Synchronization
import TestSupport

@testable import comxfailover

/// A screen in memory, 100 columns wide, at the moment of the samples.
final class Paper: Sendable {
    private let written = Mutex("")

    var text: String { written.withLock { $0 } }

    func screen(wantsJSON: Bool = false, isTerminal: Bool = false, height: Int? = nil) -> Screen {
        Screen(
            layout: Layout(width: 100, style: .plain), isTerminal: isTerminal, height: height, wantsJSON: wantsJSON,
            clock: { SampleReports.now }, put: { text in self.written.withLock { $0 += text } })
    }
}
