import ArgumentParser

/// `secret`: what proves one node to the other.
struct Secret: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the secret that both nodes share.", subcommands: [SecretGenerate.self])
}
