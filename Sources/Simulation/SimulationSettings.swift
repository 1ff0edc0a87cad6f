import Vocabulary

/// How long a simulated life is and what is broken in it.
package struct SimulationSettings: Sendable, Hashable {
    /// How long faults strike.
    package var stormFor: Duration = .seconds(40)
    /// Within what time both nodes must be equal and quiet once the faults have ended.
    package var convergeWithin: Duration = .seconds(180)
    /// How often a disk goes back to an older image.
    package var restoresMax = 1
    /// What the life is about.
    package var focus = Focus.everything
    /// A rule broken on purpose.
    package var flaw: Flaw?
    /// Whether the report tells what happened.
    package var tellsStory = false

    package init(_ focus: Focus = .everything, flaw: Flaw? = nil, tellsStory: Bool = false) {
        self.focus = focus
        self.flaw = flaw
        self.tellsStory = tellsStory
    }

    /// A longer life, in which disks go back several times: what one restore leaves behind meets the next.
    package static func long(
        _ focus: Focus = .everything, flaw: Flaw? = nil, tellsStory: Bool = false
    ) -> SimulationSettings {
        var settings = SimulationSettings(focus, flaw: flaw, tellsStory: tellsStory)
        settings.stormFor = .seconds(120)
        settings.restoresMax = focus == .disks || focus == .quiet ? 8 : 4
        return settings
    }
}
