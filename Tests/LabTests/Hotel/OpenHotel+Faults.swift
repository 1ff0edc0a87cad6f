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

    /// Cuts the link between the servers and heals it. Calls within a node live through it and can be made, those
    /// beyond it are refused at once, and are put through again afterwards.
    ///
    /// - Parameter body: what else must work meanwhile.
    func surviveTheCut(_ body: () async throws -> Void = {}) async throws {
        let kept = [
            try await LabConversation(from: desk, to: office),
            try await LabConversation(from: rooms[1], to: rooms[2]),
        ]
        try await lab.inflict(.peerLinkCut)
        for host in lab.hosts { try await host.asterisk.awaitTrunk("Unavail") }
        for conversation in kept { try await conversation.hear() }
        let clock = ContinuousClock()
        let start = clock.now
        try await room.dialToTheEnd("102")
        Measures.note("the link is cut: a call to the other node is refused", clock.now - start)
        for conversation in kept { try await conversation.end() }
        try await LabConversation(from: staff[1], to: desk).end()
        try await LabConversation(from: room, to: rooms[1]).end()
        try await body()
        try await lab.heal(.peerLinkCut)
        let reached = try await LabReach.calling(room, from: staff[1])
        try await LabConversation(answering: room, calledBy: staff[1]).end()
        Measures.note("the link is back: \(reached)")
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
