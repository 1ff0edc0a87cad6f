import Foundation
import Ports
import Vocabulary
import WebConsole

/// A verb that changes who owns what: says what it will do, asks, does it, and tells each step.
protocol ReignVerb: NodeVerb {
    var consent: Consent { get }
}

extension ReignVerb {
    /// - Parameters:
    ///   - preview: asks what would be done.
    ///   - call: does it.
    ///   - isForced: whether refusals that yield to force are overruled.
    ///   - nothing: what is said where nothing is to be done.
    func change(
        preview: APICall, _ call: APICall, isForced: Bool = false, nothing: String, with client: NodeClient,
        on screen: Screen
    ) async throws -> ExitStatus {
        let previews: [ReignPreviewReport] = try await client.ask(preview)
        let sheet = ReignPreviewSheet(previews: previews, isForced: isForced, layout: screen.layout)
        if consent.dryRun || previews.isEmpty {
            try screen.show(previews, or: previews.isEmpty ? nothing : sheet.text)
            return sheet.isRefused ? .found : .ok
        }
        if !screen.wantsJSON { screen.show(sheet.text) }
        if sheet.isRefused { return .temporary }
        guard try consent.yes || Self.isAgreed(on: screen) else {
            screen.show("Nothing was changed.")
            return .temporary
        }
        return try await follow(call, of: previews.count, with: client, on: screen)
    }

    /// Does it, and tells each step.
    func follow(
        _ call: APICall, of scopes: Int, with client: NodeClient, on screen: Screen
    ) async throws -> ExitStatus {
        var done = 0
        var last: [Scope: String] = [:]
        try await client.follow(call, for: ReignStepReport.self) { step in
            if step.phase == .done { done += 1 }
            guard !screen.wantsJSON else { return screen.show(try JSONText.line(step)) }
            // The same step is told again while it lasts.
            guard last.updateValue(step.words, forKey: step.scope) != step.words else { return }
            screen.show(ReignStepLine(step: step, layout: screen.layout).text)
        }
        return done == scopes ? .ok : .temporary
    }

    /// Asks at the terminal; without one, nobody can agree.
    private static func isAgreed(on screen: Screen) throws -> Bool {
        guard isatty(STDIN_FILENO) == 1, screen.isTerminal else {
            throw VerbFailure(status: .usage, words: "nobody can be asked here; repeat the command with --yes")
        }
        screen.show("\nGo on? Type yes: ")
        return readLine(strippingNewline: true)?.trimmingCharacters(in: .whitespaces).lowercased() == "yes"
    }
}
