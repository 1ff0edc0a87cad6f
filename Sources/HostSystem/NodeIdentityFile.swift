import Ports
import Vocabulary

/// The node's identity in `<state folder>/node-identity`: two lines, drawn once and never changed.
///
/// A disk image takes the file along, which is how a clone is told from a second node.
package struct NodeIdentityFile: IdentityPort {
    private let file: AtomicFile
    private let clock: any ClockPort

    package init(stateFolder: String, clock: any ClockPort) {
        file = AtomicFile(path: stateFolder + "/node-identity")
        self.clock = clock
    }

    package func node() throws(IdentityFailure) -> NodeIdentity {
        do {
            guard let text = try file.readText() else { return try draw() }
            guard let identity = Self.parse(text) else { throw IdentityFailure.broken(brokenWords) }
            return identity
        } catch let failure as IdentityFailure {
            throw failure
        } catch {
            throw .unavailable("\(error)")
        }
    }

    package func drawBoot() -> BootID { BootID(rawValue: .random(in: 1 ... .max)) }

    package func drawIncarnation() -> Incarnation { Incarnation(rawValue: .random(in: 1 ... .max)) }

    private var brokenWords: String {
        "\(file.path) is not a node identity; if it cannot be brought back, remove it and a new one is drawn"
    }

    private func draw() throws(FileFailure) -> NodeIdentity {
        let identity = NodeIdentity(rawValue: .random(in: 1 ... .max), createdAt: clock.wallTime())
        let digits = BootID(rawValue: identity.rawValue).description
        try file.write("node \(digits)\ncreated \(identity.createdAt.rawValue)\n")
        return identity
    }

    private static func parse(_ text: String) -> NodeIdentity? {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        guard lines.count == 2, lines.allSatisfy({ $0.count == 2 }) else { return nil }
        guard lines[0][0] == "node", lines[1][0] == "created" else { return nil }
        guard let number = UInt64(lines[0][1], radix: 16), number != 0 else { return nil }
        guard let created = Int64(lines[1][1]) else { return nil }
        return NodeIdentity(rawValue: number, createdAt: WallTime(microseconds: created))
    }
}
