import LabKit
import Vocabulary

/// Whether an address can be reached, told by a TCP connection: one that is refused was reached too.
enum Reaching {
    private static let script = """
        exec 2>&1
        timeout 1 bash -c 'exec 3<>/dev/tcp/'"$1"'/9' || case $? in 124) exit 1;; esac
        """

    /// From one of the two hosts; false where it is without power.
    static func can(_ address: String, from host: LabHost) async throws -> Bool {
        guard host.isOn else { return false }
        return answers(try await host.room.run(["bash", "-c", script, "reach", address]))
    }

    /// From anywhere else in the lab.
    static func can(_ address: String, from namespace: NetworkNamespace) async throws -> Bool {
        answers(try await LabCommand.run(namespace.prefix + ["bash", "-c", script, "reach", address]))
    }

    private static func answers(_ ending: LabCommand.Ending) -> Bool {
        ending.code == 0 && !ending.output.contains("unreachable") && !ending.output.contains("No route")
    }
}
