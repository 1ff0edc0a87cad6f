import ArgumentParser

/// The lab as a program.
@main
struct ComxfailoverLab: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "comxfailover-lab")
}
