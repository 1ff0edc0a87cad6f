import LabKit
import Vocabulary

/// What the two nodes stand on: the whole lab, or loopback where that cannot be had.
enum DemoNetwork: Sendable {
    /// A hotel and a cloud in network namespaces, with an Asterisk on either server, phones and a telephone network.
    case lab(Lab)
    /// Addresses of the loopback interface: no telephones, and no cable to pull without harm to others.
    case loopback

    /// Builds the best that this machine allows, and says why where that is only the second best.
    ///
    /// - Parameter program: the daemon's program.
    static func build(for folder: DemoFolder, program: String) async throws -> (network: DemoNetwork, reason: String?) {
        do {
            try LabTools.require()
        } catch {
            return (.loopback, error.description)
        }
        return (.lab(try await Lab.put(up: .rendered(), name: name(for: folder), binary: program)), nil)
    }

    /// The name of the lab that belongs to a folder, whether it is up or not.
    static func name(for folder: DemoFolder) -> LabName { LabName(of: folder.path) }

    var lab: Lab? {
        switch self {
        case .lab(let lab): lab
        case .loopback: nil
        }
    }

    func address(_ mode: Mode) -> String {
        switch (self, mode) {
        case (.lab(let lab), _): lab.addresses.peerLink(mode)
        case (.loopback, .primary): "127.11.0.1"
        case (.loopback, .secondary): "127.21.0.2"
        }
    }

    func metricsPort(_ mode: Mode) -> UInt16 {
        switch (self, mode) {
        case (.lab, _): 9464
        case (.loopback, .primary): 19_474
        case (.loopback, .secondary): 29_474
        }
    }
}
