import Ports
import Wire

/// Answers every call with the same commands, and tells what became of each.
struct ScriptedCalls: AGIAnswering {
    let commands: [AGICommand]
    let outcomes: AsyncStream<Result<AGIReply, AGIFailure>>
    private let told: AsyncStream<Result<AGIReply, AGIFailure>>.Continuation

    init(_ commands: [AGICommand]) {
        self.commands = commands
        (outcomes, told) = AsyncStream.makeStream()
    }

    func answer(_ call: any AGICallPort) async {
        for command in commands {
            do throws(AGIFailure) {
                told.yield(.success(try await call.ask(command)))
            } catch {
                told.yield(.failure(error))
                return
            }
        }
    }

    /// The first outcomes, in order.
    func first(_ count: Int) async -> [Result<AGIReply, AGIFailure>] {
        var found: [Result<AGIReply, AGIFailure>] = []
        for await outcome in outcomes {
            found.append(outcome)
            if found.count == count { break }
        }
        return found
    }
}
