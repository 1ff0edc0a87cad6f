import ArgumentParser
import LabKit
import Vocabulary

/// `up`: puts the lab up and leaves it running.
struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put the lab up, after taking away a former one.")

    @OptionGroup var place: LabPlaceOptions
    @Option(help: "How the two servers stand to each other: \(Topology.allCases.map(\.rawValue)).")
    var topology = Topology.hybrid
    @Flag(inversion: .prefixedNo, help: "Run the daemon with its MariaDB on each host.")
    var nodes = true

    func run() async throws {
        let start = ContinuousClock().now
        let lab = try await Lab.put(up: LabOptions(topology, hasNodes: nodes), name: place.name)
        let seconds = (ContinuousClock().now - start).inSeconds
        LabScreen.line("The lab is up after \(Int(seconds.rounded())) s; its files are in \(lab.folder.path).")
        LabScreen.line(try await LabReport(lab: lab).text)
        LabScreen.line("Harm it: make lab DO='cut link'   look again: make lab DO=status   take it away: make lab-down")
    }
}

extension Topology: ExpressibleByArgument {}
