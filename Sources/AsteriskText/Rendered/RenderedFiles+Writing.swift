extension RenderedFiles {
    /// Every file that is written: ours, and those of others that a line of ours is put into.
    package var touchedNames: [String] { Set(names + hooks.map(\.file)).sorted() }

    /// The texts to write: ours, and those of others with our lines in them.
    ///
    /// - Parameter former: what stands in the folder under the touched names.
    package func texts(over former: [String: String]) -> [String: String] {
        var written = texts
        for hook in hooks {
            written[hook.file] = hook.installed(in: written[hook.file] ?? former[hook.file] ?? "")
        }
        return written
    }
}
