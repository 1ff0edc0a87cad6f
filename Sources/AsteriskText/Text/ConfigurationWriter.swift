/// Builds the text of one of Asterisk's files, line by line.
struct ConfigurationWriter {
    private(set) var text: String

    /// - Parameter purpose: what the file holds, for the person who opens it.
    init(_ purpose: String) {
        text = "\(RenderedFiles.signature): \(purpose).\n; Changes made here are lost at the next rendering.\n"
    }

    /// Begins a section.
    ///
    /// - Parameter template: the template whose options it takes over.
    mutating func section(_ name: String, from template: String? = nil) {
        line("\n[\(ConfigurationText.word(name))]" + (template.map { "(\(ConfigurationText.word($0)))" } ?? ""))
    }

    /// A context of the dialplan. An empty one would be none, and whoever includes it would fail: it gets a step that
    /// no phone can reach.
    mutating func context(_ name: String, _ body: (inout Self) -> Void) {
        section(name)
        let before = text.utf8.count
        body(&self)
        if text.utf8.count == before { step("nothing", "Hangup(1)") }
    }

    /// Begins a section that is only taken over by others.
    mutating func template(_ name: String) { line("\n[\(ConfigurationText.word(name))](!)") }

    /// Goes on with a section that stands elsewhere.
    mutating func addition(to name: String) { line("\n[\(ConfigurationText.word(name))](+)") }

    mutating func option(_ name: String, _ value: String) {
        line("\(ConfigurationText.word(name))=\(ConfigurationText.value(value))")
    }

    mutating func option(_ name: String, _ value: Bool) { option(name, value ? "yes" : "no") }

    mutating func option(_ name: String, _ value: some BinaryInteger) { option(name, String(value)) }

    /// An object, as `name => value` in files that call for it.
    mutating func entry(_ name: String, _ value: String) {
        line("\(ConfigurationText.word(name)) => \(ConfigurationText.value(value))")
    }

    /// A step of the dialplan. The number may be a pattern, the step is made of words of ours and of sound values.
    mutating func step(_ number: String, _ step: String) {
        line("exten => \(ConfigurationText.value(number)),1,\(ConfigurationText.value(step))")
    }

    mutating func hint(_ number: String, _ device: String) {
        line("exten => \(ConfigurationText.value(number)),hint,\(ConfigurationText.value(device))")
    }

    mutating func include(context: String) { line("include => \(ConfigurationText.word(context))") }

    /// Reads another file, where it is there. A missing one must never keep Asterisk from starting.
    mutating func tryInclude(_ file: String) { line("#tryinclude \"\(ConfigurationText.value(file))\"") }

    /// A text of ours, as it is.
    mutating func verbatim(_ lines: String) { line(lines) }

    private mutating func line(_ line: String) { text += line + "\n" }
}
