import Vocabulary

/// The files of one Asterisk, each by its name in Asterisk's configuration folder, and what they must come to.
///
/// Equal plans give equal files, so a writer can tell by comparing whether anything is to be done.
package struct RenderedFiles: Sendable, Hashable {
    /// What each file of ours begins with. A file of that name without it belongs to somebody else: it is kept aside.
    package static let signature = "; Written by comxfailover"

    /// Texts by names, such as `pjsip.conf` and `comxfailover/pjsip-staff.conf`.
    package var texts: [String: String]
    /// Lines that must stand in files of others.
    package var hooks: [IncludeHook]
    /// What Asterisk must have loaded afterwards.
    package var expectation: LoadExpectation

    package init(texts: [String: String], hooks: [IncludeHook] = [], expectation: LoadExpectation) {
        self.texts = texts
        self.hooks = hooks
        self.expectation = expectation
    }

    /// The names in their order.
    package var names: [String] { texts.keys.sorted() }
}
