/// What would be written for Asterisk, against what stands in its folder.
package struct RenderingReport: Sendable, Hashable, Codable {
    /// One file that is rendered, or that a line of ours is put into.
    package struct File: Sendable, Hashable, Codable {
        /// What the file is to the one in the folder.
        package enum State: String, Sendable, Hashable, Codable {
            case same
            case changed
            /// It is not there yet.
            case new
            /// Somebody else's file of this name would be kept aside.
            case replaces
        }

        package let name: String
        package let text: String
        package let state: State

        package init(name: String, text: String, state: State) {
            self.name = name
            self.text = text
            self.state = state
        }
    }

    /// One file that differs, in lines that begin with a mark as `diff -u` has them.
    package struct Difference: Sendable, Hashable, Codable {
        package let file: String
        package let lines: [String]

        package init(file: String, lines: [String]) {
            self.file = file
            self.lines = lines
        }
    }

    /// The name of this rendering.
    package let generation: String
    package let files: [File]
    package let differences: [Difference]
    /// Entries that are no sound value and stand in no file, each with its reason.
    package let leftOut: [String]
    /// What Asterisk would stumble over; where there is any, nothing is written.
    package let findings: [String]

    package init(
        generation: String, files: [File], differences: [Difference], leftOut: [String], findings: [String]
    ) {
        self.generation = generation
        self.files = files
        self.differences = differences
        self.leftOut = leftOut
        self.findings = findings
    }
}
