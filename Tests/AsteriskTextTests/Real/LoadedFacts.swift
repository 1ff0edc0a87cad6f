/// What an Asterisk has loaded, in an order that does not matter.
struct LoadedFacts: Equatable {
    let endpoints: Set<String>
    let aors: Set<String>
    /// Lines of contexts, steps and includes.
    let dialplan: [String]

    /// The names of the contexts.
    var contexts: Set<String> {
        Set(
            dialplan.compactMap { line in
                guard line.contains("created by") else { return nil }
                let parts = line.split(separator: "'")
                return parts.count > 1 ? String(parts[1]) : nil
            })
    }
}
