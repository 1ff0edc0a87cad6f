import AsteriskText
import Testing

@Suite struct IncludeHookTests {
    private let hook = IncludeHook(file: "extensions_custom.conf", includes: "comxfailover/extensions-freepbx.conf")

    @Test(arguments: ["", "[mine]\nexten => 1,1,NoOp()\n", "no end of line"])
    func `the line enters a file once and leaves it as it was`(text: String) {
        let with = hook.installed(in: text)
        #expect(hook.isInstalled(in: with))
        #expect(hook.installed(in: with) == with)
        #expect(with.hasPrefix(text))
        #expect(hook.removed(from: with).hasPrefix(text))
        #expect(!hook.isInstalled(in: hook.removed(from: with)))
    }
}
