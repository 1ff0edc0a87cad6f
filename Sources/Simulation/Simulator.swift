import Vocabulary

/// One simulated life of a pair: first a storm of faults under which nothing may be lost, then calm in which the two
/// nodes must become equal. The same seed and settings give the same report, on every machine.
package struct Simulator: Sendable {
    package let seed: UInt64
    package let settings: SimulationSettings

    package init(seed: UInt64, settings: SimulationSettings = SimulationSettings()) {
        self.seed = seed
        self.settings = settings
    }

    package func run() -> SimulationReport {
        let world = World(seed: seed, settings: settings)
        world.begin()
        world.live(until: world.now + settings.stormFor)
        world.calmDown()
        world.converge(within: settings.convergeWithin)
        world.goHome()
        world.converge(within: settings.convergeWithin)
        return SimulationReport(
            seed: seed, violations: world.violations, story: world.story.lines, counts: world.counts)
    }
}
