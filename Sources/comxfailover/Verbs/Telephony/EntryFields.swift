import ArgumentParser

/// The options that set the fields of an entry, an option for each field.
protocol EntryFields: ParsableArguments {
    /// The texts that were given, by the fields' names; nil was not given and stays as it is.
    var given: [String: String?] { get }
}

extension EntryFields {
    /// Only what was given.
    var texts: [String: String] { given.compactMapValues(\.self) }
}
