import ArgumentParser
import LabKit
import Vocabulary

/// `up`: puts the lab up and leaves it running.
struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put the lab up, after taking away a former one.")

    @OptionGroup var place: LabPlaceOptions
    @Option(help: "How the two servers stand to each other: \(Topology.allCases.map(\.rawValue)).")
    var topology = Topology.hybrid
    @Flag(
        inversion: .prefixedNo,
        help: "Run the daemon with its MariaDB on each host; without, Asterisk is configured by hand.")
    var nodes = true

    func run() async throws {
        let start = ContinuousClock().now
        let options = nodes ? LabOptions.rendered(topology) : LabOptions(topology, hasNodes: false)
        let lab = try await Lab.put(up: options, name: place.name)
        if nodes {
            LabScreen.line(
                "The servers are up; the hotel is entered by the product's own verbs, and its phones register.")
            try await lab.withPhones { _ = try await OpenHotel(opening: lab) }
        }
        let seconds = (ContinuousClock().now - start).inSeconds
        LabScreen.line("The lab is up after \(Int(seconds.rounded())) s; its files are in \(lab.folder.path).")
        LabScreen.line(try await LabReport(lab: lab).text)
        LabScreen.line("Harm it: make lab DO='cut link'   look again: make lab DO=status   take it away: make lab-down")
    }
}

extension Topology: ExpressibleByArgument {}
