/// What Asterisk says of a channel when it hands it over.
package struct AGIEnvironment: Sendable, Hashable {
    /// The most lines there are of it.
    package static let linesMax = 128

    private let values: [String: String]

    /// - Parameter values: by their names, without `agi_` before them.
    package init(_ values: [String: String]) { self.values = values }

    package subscript(name: String) -> String? { values[name] }

    /// What is called for, behind the address: `feature`.
    package var script: String { values["network_script"] ?? "" }

    /// What the dialplan gave with it, from the first that was given to the last.
    package var arguments: [String] {
        var arguments: [String] = []
        while arguments.count < Self.linesMax, let argument = values["arg_\(arguments.count + 1)"] {
            arguments.append(argument)
        }
        return arguments
    }
}
