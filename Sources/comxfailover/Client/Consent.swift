import ArgumentParser

/// How an operator agrees to what a verb is about to do.
struct Consent: ParsableArguments {
    @Flag(help: "Say what would be done, and do nothing.")
    var dryRun = false

    @Flag(help: "Do it without asking.")
    var yes = false

    func validate() throws {
        if dryRun, yes { throw ValidationError("--dry-run does nothing, and --yes does it: say one of them") }
    }
}
