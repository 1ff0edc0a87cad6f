import ArgumentParser
import WebConsole

/// The options that say on which days somebody is woken.
struct WakeUpDaysOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A day: today, tomorrow, 2026-12-01. May be given again.", valueName: "day"))
    var on: [String] = []

    @Flag(help: "Every day.")
    var daily = false

    @Option(help: ArgumentHelp("The first day of a daily one.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("The last day of a daily one.", valueName: "day"))
    var until: String?

    var complaint: String? {
        if !daily, from != nil || until != nil { return "--from and --until are of daily ones: add --daily" }
        return daily && !on.isEmpty ? "either --daily or --on" : nil
    }

    func fill(_ body: inout WakeUpBody) {
        body.days = on.isEmpty ? nil : on.flatMap { $0.split(separator: ",").map(String.init) }
        body.isDaily = daily ? true : nil
        body.from = from
        body.until = until
    }
}
