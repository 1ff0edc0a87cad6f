import LabKit
import Vocabulary

extension OpenHotel {
    /// Lets something go wrong and heals it, with calls that must live through both; staff and a room must reach each
    /// other each time. Prints how long that took.
    ///
    /// - Parameter body: what else must work meanwhile.
    /// - Returns: how they reached each other while it was wrong.
    @discardableResult
    func survive(
        _ fault: LabFault, keeping kept: [LabConversation], _ body: () async throws -> Void = {}
    ) async throws -> [LabReach] {
        try await lab.inflict(fault)
        let reached = try await meet("\(fault)")
        for conversation in kept { try await conversation.hear() }
        try await body()
        try await lab.heal(fault)
        _ = try await meet("it is over")
        for conversation in kept { try await conversation.hear() }
        try await awaitHome()
        _ = try await meet("everybody is at home")
        for conversation in kept {
            try await conversation.hear()
            try await conversation.end()
        }
        return reached
    }

    /// The second phone at the desk and the first room call each other until they hear each other, and hang up.
    private func meet(_ words: String) async throws -> [LabReach] {
        var found: [LabReach] = []
        for (caller, called) in [(staff[1], room), (room, staff[1])] {
            let reached = try await LabReach.calling(called, from: caller)
            Measures.note("\(words): \(caller.number) calls \(called.number): \(reached)")
            try await LabConversation(answering: called, calledBy: caller).end()
            found.append(reached)
        }
        return found
    }
}

extension OpenHotel {
    /// Waits until a server has sent the phones of so many calls to each other.
    func awaitDirect(calls count: Int, at mode: Mode) async throws {
        try await lab.host(mode).asterisk.awaitCommand("bridge show all", "\(count) calls without voice") {
            $0.split(separator: "\n").count { $0.contains("native_rtp") } >= count
        }
    }
}
