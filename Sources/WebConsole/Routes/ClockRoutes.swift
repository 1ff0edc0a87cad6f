import Hummingbird
import Ports

/// `POST clock/confirm`: the clock is right, and what a jump of it held is rung.
struct ClockRoutes: Sendable {
    let console: any NodeConsolePort

    func add(to group: RouterGroup<APIContext>) {
        group.post("clock/confirm") { _, _ in
            try await console.confirmClock()
            return try Response.json(ActionReport(action: "clock-confirmed", subject: nil))
        }
    }
}
