import Foundation
import LabKit

/// What a lab could leave on this machine.
struct MachineTraces: Equatable {
    let namespaces: Set<String>
    let mounts: Set<String>
    /// Programs that a lab runs, wherever they came from.
    let processes: Set<String>

    /// What is there now of any lab, and of its programs below `folder` alone.
    static func now(_ name: LabName) async throws -> MachineTraces {
        let mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
        return MachineTraces(
            namespaces: Set(try await LabNetwork.list(name).map(\.name)),
            mounts: Set(mounts.split(separator: "\n").map(String.init).filter { $0.contains(name.tag) }),
            processes: Set(LabProcess.marked(name).map { "\($0.pid) \($0.program)" }))
    }

    static let none = MachineTraces(namespaces: [], mounts: [], processes: [])
}
